package mesa.search;

/**
 * What one thread writes all the time while others write what stands beside it in memory: the numbers here, which nobody
 * uses, keep it out of their cache lines. Two threads in one tree were a quarter slower without.
 */
abstract class Apart {
  long a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15;
}
