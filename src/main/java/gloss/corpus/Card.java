package gloss.corpus;

import gloss.text.InputException;
import gloss.text.Nearest;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The card of a corpus, the file {@code corpus.yaml} in its folder: what it is, whose it is, how it
 * was made, and its files with their checksums.
 *
 * <pre>{@code
 * name: phrasebook-en-fr
 * description: Phrases for travellers.
 * licence: CC0-1.0
 * made: java Generator.java
 * languages: [en, fr]
 * splits:
 *   train:
 *     count: 14000
 *     files:
 *       en: {path: train.en, sha256: 9f86d0…}
 *       fr: {path: train.fr, sha256: 60303a…}
 * }</pre>
 */
public record Card(
    @Doc("name of the corpus, the name of its folder") String name,
    @Doc("what it is, in a sentence") String description,
    @Doc("SPDX identifier of the licence") String licence,
    @Doc("the command that makes it, or where it is from") @Default("unknown") String made,
    @Doc("codes of its languages") List<String> languages,
    @Doc("name of a split and what belongs to it") Map<String, Split> splits) {
  /** The name of the file in the corpus's folder. */
  public static final String FILE = "corpus.yaml";

  /** Fails where a name is blank, or where there is no language or no split. */
  public Card {
    languages = List.copyOf(languages);
    splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
    Check.notBlank("name", name);
    Check.notEmpty("languages", languages);
    Check.notEmpty("splits", splits.keySet());
    for (Map.Entry<String, Split> split : splits.entrySet()) {
      for (String language : split.getValue().files().keySet()) {
        Check.that(
            languages.contains(language),
            "splits." + split.getKey() + ".files." + language,
            "is none of the languages " + String.join(", ", languages));
      }
    }
  }

  /**
   * A split of a corpus.
   *
   * @param files the files of each language, in order; several count as one text
   */
  public record Split(
      @Doc("number of lines of each language") int count,
      @Doc("language and its file, or list of files") Map<String, List<CheckedFile>> files) {
    /** Fails for a split without lines or files. */
    public Split {
      files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
      Check.atLeast("count", count, 1);
      Check.notEmpty("files", files.keySet());
      files.forEach((language, list) -> Check.notEmpty("files." + language, list));
    }

    /**
     * Fails with an {@link InputException} at the first file that is missing or not as it was, or
     * where the files of a language have not the lines that the card says.
     */
    public void verify() throws IOException {
      for (Map.Entry<String, List<CheckedFile>> language : files.entrySet()) {
        for (CheckedFile file : language.getValue()) {
          file.verify();
        }
        long lines = lines(language.getValue());
        if (lines != count) {
          throw InputException.in(
              language.getValue().get(0).path(),
              "%d lines of '%s', the card says %d".formatted(lines, language.getKey(), count));
        }
      }
    }

    private static long lines(List<CheckedFile> files) throws IOException {
      try (LinesOfSide lines = new LinesOfSide(files.stream().map(CheckedFile::path).toList())) {
        return lines.countAll();
      }
    }
  }

  /** The card of a corpus; {@code corpus} is its folder or the card's file. */
  public static Card load(Path corpus) throws IOException {
    Path file = Files.isDirectory(corpus) ? corpus.resolve(FILE) : corpus;
    if (!Files.exists(file)) {
      throw InputException.in(file, "no such corpus; a corpus is a folder with a " + FILE);
    }
    return new RecordReader(file::resolveSibling).read(Card.class, YamlFile.read(file));
  }

  /** A split by its name; one that the card does not have is an {@link InputException}. */
  public Split split(String split) {
    Split found = splits.get(split);
    if (found == null) {
      throw new InputException(
          name + ": no split '" + split + "'" + Nearest.hint(split, splits.keySet()));
    }
    return found;
  }

  /**
   * The files of a split in two languages; a split or a language that the card does not have is an
   * {@link InputException}.
   */
  public ParallelFiles parallel(String split, String source, String target) {
    return new ParallelFiles(paths(split, source), paths(split, target));
  }

  private List<Path> paths(String split, String language) {
    Map<String, List<CheckedFile>> files = split(split).files();
    List<CheckedFile> found = files.get(language);
    if (found == null) {
      throw new InputException(
          "%s: split '%s' has no language '%s'%s"
              .formatted(name, split, language, Nearest.hint(language, files.keySet())));
    }
    return found.stream().map(CheckedFile::path).toList();
  }

  /** {@linkplain Split#verify Verifies} every split. */
  public void verify() throws IOException {
    for (Split split : splits.values()) {
      split.verify();
    }
  }
}
