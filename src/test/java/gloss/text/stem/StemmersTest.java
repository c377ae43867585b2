package gloss.text.stem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemmersTest {
  @ParameterizedTest
  @CsvSource({
    "caresses,caress,caress",
    "ponies,poni,poni",
    "ties,tie,ti",
    "cats,cat,cat",
    "feed,feed,feed",
    "agreed,agre,agre",
    "plastered,plaster,plaster",
    "bled,bled,bled",
    "sing,sing,sing",
    "conflated,conflat,conflat",
    "hopping,hop,hop",
    "falling,fall,fall",
    "hissing,hiss,hiss",
    "filing,file,file",
    "happy,happi,happi",
    "enjoy,enjoy,enjoi",
    "say,say,sai",
    "died,die,di",
    "carried,carri,carri",
    "relational,relat,relat",
    "rationally,ration,ration",
    "carefully,care,carefulli",
    "biology,biolog,biologi",
    "argument,argument,argum",
    "replacement,replac,replac",
    "adoption,adopt,adopt",
    "probate,probat,probat",
    "cease,ceas,ceas",
    "controll,control,control",
    "skies,sky,ski",
    "dying,die,dy",
    "news,news,new",
    "succeed,succeed,succe",
    "using,use,us",
    "1950s,1950,1950",
    "by,by,by"
  })
  void stems(String word, String nltk, String rouge155) {
    assertThat(Stemmers.NLTK.stem(word)).isEqualTo(nltk);
    assertThat(Stemmers.ROUGE155.stem(word)).isEqualTo(rouge155);
  }

  @Property
  void anyWordHasAStem(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 12) String word) {
    assertThat(Stemmers.NLTK.stem(word)).isNotEmpty();
    assertThat(Stemmers.ROUGE155.stem(word)).isNotEmpty();
  }

  @Test
  void aLongRunOfOneLetterTakesNoTime() {
    String word = "y".repeat(1_000_000) + "ing";
    assertThat(Stemmers.NLTK.stem(word)).startsWith("yyy");
    assertThat(Stemmers.ROUGE155.stem(word)).startsWith("yyy");
  }

  @Test
  void stemsOfTheReference() throws IOException {
    String shared = System.getenv("GLOSS_SHARED");
    assumeTrue(shared != null, "GLOSS_SHARED is not set: the reference's stems are skipped");
    Path file = Path.of(shared, "golden", "cases", "stem.tsv");
    assumeTrue(Files.exists(file), file + " is not there: the reference's stems are skipped");
    List<String> lines = Files.readAllLines(file);
    int equal = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      equal += Stemmers.NLTK.stem(fields[0]).equals(fields[1]) ? 1 : 0;
    }
    System.out.println("stems: " + equal + " of " + (lines.size() - 1) + " as NLTK");
    assertThat(equal).isEqualTo(lines.size() - 1);
  }
}
