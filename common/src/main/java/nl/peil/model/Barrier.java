package nl.peil.model;

import java.io.Serializable;
import java.util.Set;

/**
 * Something that keeps people from using modes of travel.
 *
 * @param name key of the barrier, e.g. geen_auto
 * @param indicator the indicator that tells for which share of people it holds
 * @param takes the modes that people with this barrier cannot use, at least one
 */
public record Barrier(String name, String indicator, Set<Mode> takes) implements Serializable {
  private static final long serialVersionUID = 1L;
}
