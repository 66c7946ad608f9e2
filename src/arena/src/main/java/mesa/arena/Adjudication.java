package mesa.arena;

/**
 * By what rules games are ended early; all off unless asked for. Where several apply at once the exact one comes first,
 * then resignation, then the draw.
 *
 * @param resign or null
 * @param draw or null
 * @param exact or null
 * @param shadow whether games are played on, and the journal only tells where a rule would have ended one and how: so it
 *     can be seen how often a rule errs
 */
public record Adjudication(ResignRule resign, DrawRule draw, ExactRule exact, boolean shadow) {
  /** No game is ended early. */
  public static final Adjudication NONE = new Adjudication(null, null, null, false);

  /** {@return whether there is no rule at all} */
  boolean isNone() {
    return resign == null && draw == null && exact == null;
  }

  /** {@return the rules for people, such as {@code resign 3,600, draw 34,8,20}; empty if there are none} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, "exact", exact);
    append(text, "resign", resign);
    append(text, "draw", draw);
    return text.append(shadow && !isNone() ? " (noted only)" : "").toString();
  }

  private static void append(StringBuilder text, String name, Object rule) {
    if (rule != null) {
      text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(rule);
    }
  }
}
