package gloss.yaml;

import gloss.text.InputException;

/**
 * A piece of a tree that is being read, and what is said about it.
 *
 * @param path the keys that lead to it
 * @param root the type of the whole
 */
record Place(YamlNode node, String path, Class<?> root) {
  /** The place one key further down. */
  Place child(YamlNode child, String key) {
    return new Place(child, path.isEmpty() ? key : path + "." + key, root);
  }

  /** The user's mistake at this place: file and line, keys, reason. */
  InputException error(String reason) {
    String keys = path.isEmpty() ? "" : path + ": ";
    return new InputException(node.where() + ": " + YamlFile.oneLine(keys + reason));
  }

  /** What is said where something else was expected. */
  InputException expected(String what) {
    return error("expected " + what + ", found " + node.describe());
  }

  /** The keys and values that stand here, if that is what stands here. */
  YamlNode.Mapping mapping() {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw expected("keys and their values");
  }

  /** The place of a key below this one, as deep as the file goes. */
  Place at(String dottedKey) {
    Place place = this;
    for (String key : dottedKey.split("\\.", -1)) {
      YamlNode child = place.node() instanceof YamlNode.Mapping m ? m.entries().get(key) : null;
      place = place.child(child == null ? place.node() : child, key);
    }
    return place;
  }
}
