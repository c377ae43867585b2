package gloss.serve;

import gloss.yaml.RecordReader;
import gloss.yaml.YamlNode;
import java.util.concurrent.Executor;

/** {@code POST /score}. */
final class ScoreEndpoint implements Endpoint {
  private final Executor executor;

  /** {@code executor} does the work. */
  ScoreEndpoint(Executor executor) {
    this.executor = executor;
  }

  @Override
  public String path() {
    return "/score";
  }

  @Override
  public Question ask(YamlNode.Mapping mapping) {
    return new ScoreQuestion(
        new RecordReader(path -> path).read(ScoreRequest.class, mapping), executor);
  }
}
