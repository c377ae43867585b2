package gloss.train;

import java.util.Map;

/**
 * Weights to be tried when training is over.
 *
 * @param name what they are, such as {@code average of the 5 best checkpoints}
 * @param weights of the network, by name
 */
public record Candidate(String name, Map<String, Safetensors.Entry> weights) {}
