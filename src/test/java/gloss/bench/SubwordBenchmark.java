package gloss.bench;

import gloss.subword.SubwordNmtCodes;
import gloss.subword.Subwords;
import gloss.text.LineReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Learning and applying subwords on text of your own: milliseconds for all lines of the files.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
 * taskset -c 0 java -cp target/test-classes:target/classes:$(cat target/test.classpath) \
 *     org.openjdk.jmh.Main SubwordBenchmark -p files=train.en:train.de -p merges=5000
 * </pre>
 *
 * <p>What a user waits for, start of the JVM included: {@code time gloss subword learn train.en
 * train.de --merges 5000 --format subword-nmt -o codes}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class SubwordBenchmark {
  /** Files of text, plain or .gz, with the path separator (: or ;) between them. */
  @Param("")
  public String files;

  @Param("5000")
  public int merges;

  private List<String> lines;
  private Subwords subwords;
  private SubwordNmtCodes codes;

  @Setup
  public void read() throws IOException {
    lines = new ArrayList<>();
    for (String file : files.split(File.pathSeparator)) {
      lines.addAll(LineReader.readAll(Path.of(file)));
    }
    subwords = Subwords.learn(lines, merges);
    codes = SubwordNmtCodes.learn(lines, merges, 2);
    System.out.printf("%n# %d lines%n", lines.size());
  }

  @Benchmark
  public Object learnTokenizer() {
    return Subwords.learn(lines, merges);
  }

  @Benchmark
  public Object learnCodes() {
    return SubwordNmtCodes.learn(lines, merges, 2);
  }

  @Benchmark
  public long encode() {
    long tokens = 0;
    for (String line : lines) {
      tokens += subwords.encode(line).length;
    }
    return tokens;
  }

  /** Every word is merged anew: what encoding costs without the memory of words. */
  @Benchmark
  public long encodeWithDropout() {
    SplittableRandom random = new SplittableRandom(1);
    long tokens = 0;
    for (String line : lines) {
      tokens += subwords.encode(line, 0.1, random).length;
    }
    return tokens;
  }

  @Benchmark
  public long segment() {
    long characters = 0;
    for (String line : lines) {
      characters += codes.segment(line).length();
    }
    return characters;
  }
}
