package mesa.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The data of a {@link Recipe}, as {@code recipes.json} holds it, told apart by its {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SelfPlayPlan.class, name = "self-play"),
  @JsonSubTypes.Type(value = TeacherPlan.class, name = "teacher")
})
public sealed interface Plan permits SelfPlayPlan, TeacherPlan {
  /** {@return what it makes and how, in a line} */
  String about();

  /** {@return hidden units of the value for each perspective} */
  int valueWidth();

  /** {@return hidden units of the policy} */
  int policyWidth();

  /** {@return how the net learns from the samples} */
  Learning learning();
}
