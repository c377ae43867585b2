/**
 * Advice: looks at data and recommends loss, optimizer, metric and network, each with what it saw.
 *
 * <p>{@link gloss.task.advice.TableAdvisor}, {@link gloss.task.advice.ImageAdvisor} and {@link
 * gloss.task.advice.TextAdvisor} each look at one kind of data and give an {@link
 * gloss.task.advice.Advice}, whose recipe can be trained as it is. The thresholds are rules of
 * thumb, and stand in the reasons.
 */
@NullMarked
package gloss.task.advice;

import org.jspecify.annotations.NullMarked;
