package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SprtCommandTest {
  @Test
  void sprt_alone_tellsBoundsAndLength() {
    Ran ran = Ran.mesa("sprt", "elo0=0,elo1=10");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("-2.944439 2.944439", "6,398 at elo0, 10,465 half-way, 6,398 at elo1");
    assertThat(ran.lastLine()).isEqualTo("verdict undecided");
  }

  @Test
  void sprt_pairs_areWeighed() throws IOException {
    JsonNode report = new ObjectMapper().readTree(
        Ran.mesa("sprt", "elo0=0,elo1=10", "--pairs", "20,60,150,80,40", "--json").out());

    assertThat(report.get("logRatio").asDouble()).isBetween(2.06045, 2.06046);
    assertThat(report.get("verdict").asText()).isEqualTo("undecided");
  }

  @Test
  void sprt_games_areWonDrawnLost() {
    Ran ran = Ran.mesa("sprt", "elo0=0,elo1=5,model=cutechess", "--wdl", "880,1863,759");

    assertThat(ran.out()).contains("LLR             2.950855");
    assertThat(ran.lastLine()).isEqualTo("verdict H1");
  }

  // Five pairs won: 0.05^(1/5) = 0.5493, that is 34.35 Elo.
  @Test
  void sprt_unitsAllTheSame_showsNoNumberThatIsNone() {
    String won = Ran.mesa("sprt", "elo0=0,elo1=10", "--pairs", "0,0,0,0,5").out();
    String level = Ran.mesa("sprt", "elo0=0,elo1=10", "--pairs", "0,0,5,0,0").out();

    assertThat(won).contains("Elo             > +34.4 (95 %)", "no normalized Elo").doesNotContain("Infinity", "NaN");
    assertThat(level).contains("Elo             +0.000000", "no normalized Elo").doesNotContain("Infinity", "NaN");
  }

  @Test
  void sprt_unitsAllTheSameAsJson_hasNoChanceToBeStronger() throws IOException {
    JsonNode report = new ObjectMapper().readTree(
        Ran.mesa("sprt", "elo0=0,elo1=10", "--pairs", "0,0,0,0,1", "--json").out());

    assertThat(report.get("superiority").isNull()).isTrue();
    assertThat(report.get("normalizedEloError").isNull()).isTrue();
  }

  @Test
  void sprt_moreThanCanBeWeighed_isRefused() {
    Ran ran = Ran.mesa("sprt", "elo0=0,elo1=5", "--pairs", "2000000000,2000000000,2,2,2");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--pairs 2000000000,2000000000,2,2,2 are too many; at most 1,000,000,000 can be weighed");
    assertThat(Ran.mesa("sprt", "elo0=0,elo1=5", "--pairs", "1,200000000,500000000,250000000,2").code()).isZero();
  }

  @Test
  void sprt_countsThatDontFit_areRefused() {
    assertThat(Ran.mesa("sprt", "elo0=0,elo1=5", "--wdl", "1,2,3").err()).contains("counts pairs; write --pairs");
    assertThat(Ran.mesa("sprt", "elo0=0,elo1=5", "--pairs", "1,2,3").code()).isEqualTo(2);
    assertThat(Ran.mesa("sprt", "elo0=0,elo1=5", "--pairs", "1,2,3,4,-5").code()).isEqualTo(2);
    assertThat(Ran.mesa("sprt", "elo1=5").err()).contains("lacks a bound");
  }
}
