package nl.peil.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gini                                | gini
          ' gini '                            | gini
          ' palma ( income , interpolated ) ' | palma_income_interpolated
          palma(income_per_capita)            | palma_income_per_capita
          fgt(1,100000)                       | fgt_1_100000
          fgt_over(1,30.50,2.0)               | fgt_over_1_30.5_2
          quantile(0.90)                      | quantile_0.9
          """)
  void nameIsTheTextWithoutSpacesAndSuperfluousZeros(String text, String name) {
    assertThat(InequalityStatistic.parse(text).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          palma(income              | 13 | expected ')' at the end
          palma(income)x            | 14 | expected nothing after ')'
          palma()                   | 7  | expected an argument before ')'
          palma(,income)            | 7  | expected an argument before ','
          palma(income, )           | 15 | expected an argument before ')'
          palma                     | 6  | an argument is missing: write palma(ranking_column) or
          fgt(1)                    | 6  | an argument is missing: write fgt(alpha,line)
          palma(a,crossed,3)        | 17 | an argument too many: write palma(ranking_column) or
          gini(3)                   | 6  | an argument too many: write gini
          mean(3)                   | 6  | an argument too many: write mean
          theil(a,b)                | 9  | an argument too many: write theil or theil(group_column)
          quantile(0.1,crossed,1)   | 22 | an argument too many
          concentration(a,shared,1) | 24 | an argument too many
          fgt(1,2,3)                | 9  | an argument too many
          fgt_over(1,2,3,4)         | 16 | an argument too many
          sufficiency(1,2)          | 15 | an argument too many
          sufficiency_within(1,2)   | 22 | an argument too many
          sufficiency               | 12 | an argument is missing
          sufficiency_within        | 19 | an argument is missing
          fgt_over(1)               | 11 | an argument is missing
          quantile                  | 9  | an argument is missing
          concentration             | 14 | an argument is missing
          concentration_corrected   | 24 | an argument is missing
          concentration_corrected(a,shared,1)       | 35 | an argument is missing
          concentration_corrected(a,shared,1,2,3)   | 38 | an argument too many
          concentration_corrected(a,shared,2,2)     | 36 | expected an upper bound above the lower
          concentration_corrected(a,shared,x,2)     | 34 | expected the lower bound as a number
          concentration_corrected(a,shared,2,x)     | 36 | expected the upper bound as a number
          concentration(a,income)   | 17 | expected one of shared, lightest_first
          palma(a,median)           | 9  | expected one of reached, crossed, interpolated
          palma(0.9)                | 7  | expected the name of a column of the zones, not a number
          theil(3)                  | 7  | expected the name of a column of the zones, not a number
          quantile(1.1)             | 10 | expected p as a share from 0 to 1
          quantile(-0.1)            | 10 | expected p as a number of 0 or more
          fgt(3,100)                | 5  | expected alpha as 0, 1 or 2
          fgt(0.5,100)              | 5  | expected alpha as 0, 1 or 2
          fgt(1,0)                  | 7  | expected the line above 0
          fgt_over(1,0.0)           | 12 | expected the norm in minutes above 0
          fgt_over(1,30,0)          | 15 | expected the cap above 0
          fgt_over(1,1e3)           | 12 | expected the norm in minutes as a number
          sufficiency(0)            | 13 | expected the line above 0
          sufficiency_within(0)     | 20 | expected the norm in minutes above 0
          atkinson(1)               | 1  | 'atkinson' is not a known statistic; known are mean,
          ' atkinson'               | 2  | 'atkinson' is not a known statistic
          (1)                       | 1  | '' is not a known statistic
          """)
  void anErrorPointsAtThePlace(String text, int character, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InequalityStatistic.parse(text))
        .withMessageStartingWith(
            "statistic '" + text + "', character " + character + ": " + problem);
  }

  @Test
  void anUnknownKeywordIsAnsweredWithAllThatAreKnown() {
    var known = InequalityForm.all().stream().flatMap(form -> form.usages().stream()).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InequalityStatistic.parse("hoover"))
        .withMessageEndingWith("known are " + String.join(", ", known));
  }
}
