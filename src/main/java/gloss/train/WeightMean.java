package gloss.train;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mean of the weights in several files, checkpoints or weights alone: {@code (w₁ + … + wₙ) / n}
 * for each number, added up in double precision. It is mostly better than any one of them (Vaswani
 * et al. 2017, section 6.1).
 */
public final class WeightMean {
  private WeightMean() {}

  /** The mean; files of different networks are an {@link InputException}. */
  public static Map<String, Safetensors.Entry> of(List<Path> files) throws IOException {
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (Path file : files) {
      Map<String, Safetensors.Entry> weights = Checkpoint.model(Safetensors.read(file));
      if (file.equals(files.get(0))) {
        weights.forEach((name, entry) -> sums.put(name, new Sum(entry)));
      } else {
        checkFits(file, weights, sums, files.get(0));
        sums.forEach((name, sum) -> sum.add(weights.get(name)));
      }
    }
    Map<String, Safetensors.Entry> means = new LinkedHashMap<>();
    sums.forEach((name, sum) -> means.put(name, sum.over(files.size())));
    return means;
  }

  private static void checkFits(
      Path file, Map<String, Safetensors.Entry> weights, Map<String, Sum> sums, Path first) {
    boolean fits =
        weights.keySet().equals(sums.keySet())
            && weights.entrySet().stream().allMatch(e -> fits(e.getValue(), sums.get(e.getKey())));
    if (!fits) {
      throw InputException.in(file, "is of another network than " + first);
    }
  }

  private static boolean fits(Safetensors.Entry entry, @Nullable Sum sum) {
    return sum != null && Arrays.equals(entry.shape(), sum.shape);
  }

  /** The sum of one array over the files. */
  private static final class Sum {
    private final long[] shape;
    private final double[] values;

    Sum(Safetensors.Entry first) {
      shape = first.shape();
      values = new double[first.values().length];
      add(first);
    }

    void add(Safetensors.@Nullable Entry entry) {
      float[] more = Objects.requireNonNull(entry, "fits").values();
      for (int i = 0; i < values.length; i++) {
        values[i] += more[i];
      }
    }

    Safetensors.Entry over(int count) {
      float[] means = new float[values.length];
      for (int i = 0; i < means.length; i++) {
        means[i] = (float) (values[i] / count);
      }
      return new Safetensors.Entry(shape, means);
    }
  }
}
