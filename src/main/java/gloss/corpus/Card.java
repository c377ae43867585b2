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
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The card of a corpus, the file {@code corpus.yaml} in its folder: what it is, whose it is, how it
 * was made or where it is fetched from, and its files with their checksums.
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
 *
 * <p>Without {@code format} the files are lines of text, one file or several for each language; see
 * {@link Format} for other kinds and {@link Source} for {@code fetch}.
 */
public record Card(
    @Doc("name of the corpus, the name of its folder") String name,
    @Doc("what it is, in a sentence") String description,
    @Doc("what a model learns from it") @Default("translation") String task,
    @Doc("SPDX identifier of the licence, or what is known of it") String licence,
    @Doc("the command that makes it, or where it is from") @Default("unknown") String made,
    @Doc("codes of its languages") @Default("[]") List<String> languages,
    @Doc("how its files are read") @Default("{}") Format format,
    @Doc("where 'gloss corpora fetch' finds the files") Optional<Source> fetch,
    @Doc("name of a split and what belongs to it") Map<String, Split> splits) {
  /** The name of the file in the corpus's folder. */
  public static final String FILE = "corpus.yaml";

  /** Fails where a name is blank, where there is no split, or a file of an unknown part. */
  public Card {
    languages = List.copyOf(languages);
    splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
    Check.notBlank("name", name);
    Check.notBlank("task", task);
    List<String> parts = format.parts(languages);
    Check.notEmpty("languages", parts);
    Check.notEmpty("splits", splits.keySet());
    String known = (parts.equals(languages) ? "languages " : "parts ") + String.join(", ", parts);
    for (Map.Entry<String, Split> split : splits.entrySet()) {
      for (String part : split.getValue().files().keySet()) {
        Check.that(
            parts.contains(part),
            "splits." + split.getKey() + ".files." + part,
            "is none of the " + known);
      }
    }
    Collection<String> names = files(splits).stream().map(CheckedFile::name).toList();
    Check.that(
        fetch.isEmpty() || new HashSet<>(names).size() == names.size(),
        "fetch",
        "needs files of different names");
    if (fetch.isPresent() && fetch.get() instanceof ArchiveSource archive) {
      Check.that(
          archive.make().keySet().containsAll(names),
          "fetch.make",
          "must tell how to make each of " + String.join(", ", names));
    }
  }

  /**
   * A split of a corpus.
   *
   * @param files the files of each part, in order; several count as one
   */
  public record Split(
      @Doc("number of examples") int count,
      @Doc("language, or other part, and its file or list of files")
          Map<String, List<CheckedFile>> files) {
    /** Fails for a split without examples or files. */
    public Split {
      files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
      Check.atLeast("count", count, 1);
      Check.notEmpty("files", files.keySet());
      files.forEach((language, list) -> Check.notEmpty("files." + language, list));
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

  /** Every file of every split. */
  public List<CheckedFile> files() {
    return files(splits);
  }

  private static List<CheckedFile> files(Map<String, Split> splits) {
    return splits.values().stream()
        .flatMap(split -> split.files().values().stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Whether every file is there; whether it is as the card says is another question. */
  public boolean isComplete() {
    return files().stream().allMatch(file -> Files.exists(file.path()));
  }

  /** Fails with an {@link InputException} that says how to fetch the corpus if it is not there. */
  public void requireFetched() {
    if (fetch.isPresent() && !isComplete()) {
      throw new InputException(
          "the corpus %s is not fetched yet; fetch it with: gloss corpora fetch %s"
              .formatted(name, name));
    }
  }

  /**
   * The files of a split in two languages. A split or a language that the card does not have, or a
   * corpus that is still to be fetched, is an {@link InputException}.
   */
  public ParallelFiles parallel(String split, String source, String target) {
    ParallelFiles files = new ParallelFiles(paths(split, source), paths(split, target));
    requireFetched();
    return files;
  }

  /** The files of one part of a split; what the card does not have is an InputException. */
  public List<Path> paths(String split, String part) {
    Map<String, List<CheckedFile>> files = split(split).files();
    List<CheckedFile> found = files.get(part);
    if (found == null) {
      throw new InputException(
          "%s: split '%s' has no %s '%s'%s"
              .formatted(
                  name,
                  split,
                  format instanceof LinesFormat ? "language" : "part",
                  part,
                  Nearest.hint(part, files.keySet())));
    }
    return found.stream().map(CheckedFile::path).toList();
  }

  /** {@linkplain #verify(String) Verifies} every split. */
  public void verify() throws IOException {
    for (String split : splits.keySet()) {
      verify(split);
    }
  }

  /**
   * Fails with an {@link InputException} at the first file of a split that is missing or not as it
   * was, or where a part has not as many examples as the card says.
   */
  public void verify(String split) throws IOException {
    requireFetched();
    Split verified = split(split);
    for (Map.Entry<String, List<CheckedFile>> part : verified.files().entrySet()) {
      long count = 0;
      for (CheckedFile file : part.getValue()) {
        file.verify();
        count += format.count(split, file.path());
      }
      if (count != verified.count()) {
        throw InputException.in(
            part.getValue().get(0).path(),
            "%d %s of '%s', the card says %d"
                .formatted(
                    count,
                    format instanceof LinesFormat ? "lines" : "examples",
                    part.getKey(),
                    verified.count()));
      }
    }
  }
}
