package gloss.serve;

import gloss.yaml.YamlNode;

/** Something that the service does. */
interface Endpoint {
  /** Where it is asked: {@code /translate}. */
  String path();

  /**
   * Understands a request.
   *
   * @throws gloss.text.InputException if it makes no sense
   * @throws Problem if it cannot be
   */
  Question ask(YamlNode.Mapping request);
}
