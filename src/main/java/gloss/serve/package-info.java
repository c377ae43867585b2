/**
 * The HTTP service behind {@code gloss serve}: {@link gloss.serve.GlossServer}.
 *
 * <p>The way of a request: {@link gloss.serve.Routes} lets it in; {@link gloss.serve.Asking} reads
 * its body ({@link gloss.serve.Json}) and has an {@link gloss.serve.Endpoint} understand it as a
 * {@link gloss.serve.Question}; {@link gloss.serve.Admission} says whether there is room; {@link
 * gloss.serve.Waiting} waits for the answer, which the models' gatherers work at together with
 * other requests; {@link gloss.serve.Replies} sends it, or {@link gloss.serve.Streaming} does so in
 * parts. A {@link gloss.serve.Problem} anywhere on the way becomes a status and a line of JSON.
 *
 * <p>A new kind of question is an {@code Endpoint}, its request record and its {@code Question}.
 */
@NullMarked
package gloss.serve;

import org.jspecify.annotations.NullMarked;
