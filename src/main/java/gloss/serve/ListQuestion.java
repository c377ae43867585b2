package gloss.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Things of one kind that are asked for together, each with a result of its own.
 *
 * @param head what stands in front of the results
 * @param name of the results
 * @param items that are asked for
 * @param work begins the work on some of them
 * @param json a result as a JSON object
 */
record ListQuestion<Q, R>(
    Map<String, Object> head,
    String name,
    List<Q> items,
    Function<List<Q>, CompletableFuture<List<R>>> work,
    Function<R, Map<String, Object>> json)
    implements Question {
  @Override
  public int lines() {
    return items.size();
  }

  @Override
  public Answer answer() {
    return Answer.of(
        work.apply(items),
        results -> {
          Map<String, Object> answer = new LinkedHashMap<>(head);
          answer.put(name, results.stream().map(json).toList());
          return answer;
        });
  }

  @Override
  public boolean streams() {
    return true;
  }

  @Override
  public Answer part(int from, int to) {
    return Answer.of(
        work.apply(items.subList(from, to)),
        results -> {
          List<Object> lines = new ArrayList<>();
          for (R result : results) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("index", from + lines.size());
            line.putAll(json.apply(result));
            lines.add(line);
          }
          return lines;
        });
  }
}
