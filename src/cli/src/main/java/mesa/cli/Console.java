package mesa.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;

/**
 * What a command reads from and writes to, passed in so that tests can take its place.
 *
 * @param in what the user types
 * @param out results
 * @param err progress and errors
 * @param terminal whether {@code err} is a terminal, so that progress may be drawn as a bar
 */
record Console(BufferedReader in, PrintWriter out, PrintWriter err, boolean terminal) {}
