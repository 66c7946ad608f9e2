package mesa.search;

/**
 * What a tree search is made of besides its evaluator.
 *
 * @param puct how it chooses its way down
 * @param rootPriors what happens to the priors at the root
 * @param gumbel how it chooses at the root, or null if there as below
 * @param slack the {@link Crown}'s; 0: each playout starts at the root
 * @param pace when it stops before its budget ends
 * @param treeBytes what the tree may take
 * @param cacheBytes what the cache of values may take; 0 for none
 * @param batch most leaves judged in one run, or 0 if each is judged as soon as it is found. Else there is one evaluator,
 *     which takes so many, and no cache
 * @param reuse whether what is known of the position reached is kept from move to move
 */
record MctsSettings(
    Puct puct, RootPriors rootPriors, GumbelRoot gumbel, float slack, Pace pace, long treeBytes, long cacheBytes, int batch,
    boolean reuse) {}
