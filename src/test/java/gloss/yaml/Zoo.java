package gloss.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record with a component of every kind. */
record Zoo(
    String name,
    @Doc("how many") @Default("3") int animals,
    @Default("10000000000") long visitors,
    @Default("0.5") double share,
    @Default("true") boolean open,
    @Default("by-weight") Order order,
    @Default("map.txt") Path map,
    Optional<Integer> age,
    @Default("[]") List<String> keepers,
    @Default("{}") Map<String, Cage> cages,
    @Default("{}") Animal star,
    @Default("12 m") Height fence) {
  Zoo {
    Check.atLeast("animals", animals, 1);
    Check.that(animals >= cages.size(), "animals", "fewer than cages");
    if (open && visitors == 0) {
      throw new IllegalArgumentException("open, but without visitors");
    }
    if (star instanceof Animal.Lion lion) {
      Check.that(lion.manes() < 9, "star.manes", "too many");
    }
  }

  enum Order {
    BY_NAME,
    BY_WEIGHT
  }

  record Cage(@Doc("length of a side") int metres, @Default("1") List<Double> doors) {
    Cage {
      Check.atLeast("metres", metres, 1);
    }
  }

  @Keyed(value = "kind", otherwise = "lion")
  sealed interface Animal {
    @Named("lion")
    record Lion(@Default("1") int manes) implements Animal {}

    @Named("sea-lion")
    record SeaLion(double depth, @Default("{metres: 2}") Cage cage) implements Animal {}

    @Named("ghost")
    record Ghost() implements Animal {}
  }

  @Textual("a height such as '3 m'")
  record Height(int metres) {
    static Height parse(String text) {
      if (!text.endsWith(" m")) {
        throw new IllegalArgumentException();
      }
      return new Height(Integer.parseInt(text.substring(0, text.length() - 2)));
    }

    @Override
    public String toString() {
      return metres + " m";
    }
  }
}
