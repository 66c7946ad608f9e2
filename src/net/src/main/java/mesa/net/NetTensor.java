package mesa.net;

/** The tensors of a sparse net, in the order in which a file holds them. {@link NetShape#sizes} gives their sizes. */
public enum NetTensor {
  /** First layer of the value: for each feature the row that it adds to its perspective's hidden units. */
  VALUE_FEATURES("value.features"),
  /** Where the value's hidden units start, in both perspectives. */
  VALUE_FEATURES_BIAS("value.features.bias"),
  /** Output of the value: weights of the hidden units, first the mover's perspective, then the other side's. */
  VALUE_OUT("value.out"),
  /** Where the value's outputs start. */
  VALUE_OUT_BIAS("value.out.bias"),
  /** First layer of the policy, which sees the mover's perspective alone. */
  POLICY_FEATURES("policy.features"),
  /** Where the policy's hidden units start. */
  POLICY_FEATURES_BIAS("policy.features.bias"),
  /** Output of the policy: a row for each policy slot. */
  POLICY_OUT("policy.out"),
  /** Where each slot's logit starts. */
  POLICY_OUT_BIAS("policy.out.bias");

  private final String key;

  NetTensor(String key) {
    this.key = key;
  }

  /** {@return its name in a file} */
  public String key() {
    return key;
  }
}
