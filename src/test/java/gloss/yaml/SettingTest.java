package gloss.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
  private static final YamlNode.Mapping TREE = YamlFile.parse("a: 1\nb: {c: 2, d: 3}\n", "f.yaml");

  private static YamlNode.Mapping with(String setting) {
    return Setting.parse(setting, "--set").applyTo(TREE, Zoo.class);
  }

  private static Zoo zoo(String yaml, String... settings) {
    YamlNode.Mapping tree = YamlFile.parse("name: x\nanimals: 5\n" + yaml, "f.yaml");
    for (String setting : settings) {
      tree = Setting.parse(setting, "--set").applyTo(tree, Zoo.class);
    }
    return new RecordReader(path -> path).read(Zoo.class, tree);
  }

  private static YamlNode.Mapping b(YamlNode.Mapping root) {
    return (YamlNode.Mapping) root.entries().get("b");
  }

  @Test
  void replacesOneValueAndLeavesTheOthers() {
    YamlNode.Mapping b = b(with("b.c=5"));
    assertThat(b.entries().get("c")).isEqualTo(new YamlNode.Scalar("5", true, "--set b.c=5"));
    assertThat(b.entries().get("d")).isEqualTo(new YamlNode.Scalar("3", true, "f.yaml:2"));
    assertThat(b(TREE).entries().get("c")).isEqualTo(new YamlNode.Scalar("2", true, "f.yaml:2"));
  }

  @Test
  void makesTheMappingsOnTheWay() {
    YamlNode.Mapping x = (YamlNode.Mapping) with("x.y.z=1").entries().get("x");
    assertThat(((YamlNode.Mapping) x.entries().get("y")).entries()).containsOnlyKeys("z");
  }

  @Test
  void takesAnyValueOfYaml() {
    assertThat(b(with("b.c=[1, x=2]")).entries().get("c").describe()).isEqualTo("a list");
    assertThat(with("b={}").entries().get("b").describe()).isEqualTo("a mapping");
    assertThat(with("a=").entries().get("a").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "=1", "a..b=1", ".a=1", "a.=1"})
  void needsAKeyAndAValue(String setting) {
    assertThatThrownBy(() -> Setting.parse(setting, "--set"))
        .isInstanceOf(InputException.class)
        .hasMessage("--set " + setting + ": expected KEY=VALUE, such as training.seed=2");
  }

  @Test
  void aValueHasNoKeys() {
    assertThatThrownBy(() -> with("a.b=1"))
        .isInstanceOf(InputException.class)
        .hasMessage("--set a.b=1: a is '1' and has no keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"star: {kind: lion, manes: 2}", "star: {manes: 2}"})
  void anotherMemberOfAFamilyLosesTheKeysOfTheFormer(String yaml) {
    assertThat(zoo(yaml, "star.kind=ghost").star()).isEqualTo(new Zoo.Animal.Ghost());
    assertThat(zoo(yaml, "star.depth=7", "star.kind=sea-lion").star())
        .isEqualTo(new Zoo.Animal.SeaLion(7, new Zoo.Cage(2, List.of(1.0))));
    assertThat(zoo(yaml, "star.kind=lion").star()).isEqualTo(new Zoo.Animal.Lion(2));
  }

  @Test
  void aKeyThatNoMemberHasIsNotForgiven() {
    assertThatThrownBy(() -> zoo("star: {manes: 2, tails: 1}", "star.kind=ghost"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("star.tails: unknown key");
    assertThatThrownBy(() -> zoo("star: {manes: 2}", "star.kind=tiger"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("--set star.kind=tiger: star.kind: unknown name 'tiger'");
  }

  @Test
  void keysBelowNamesOfOnesOwnAreReached() {
    assertThat(zoo("cages: {big: {metres: 3}}", "cages.big.metres=4").cages())
        .containsEntry("big", new Zoo.Cage(4, List.of(1.0)));
  }

  @Test
  void badSyntaxNamesTheOption() {
    assertThatThrownBy(() -> with("a=[1"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("--set a=[1: not YAML: ");
  }
}
