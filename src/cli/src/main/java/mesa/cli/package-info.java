/**
 * The command line: one class a subcommand. Knows no game and no player; it finds both by name through the
 * {@link mesa.core.Registry}, on its own class path and in plug-ins.
 */
package mesa.cli;
