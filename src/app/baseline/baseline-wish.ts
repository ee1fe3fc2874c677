/** What a person wants done with the baseline besides heeding it. */
export interface BaselineWish {
  /** Write what is found now into the baseline, as far as it may. */
  update: boolean;
  /** A person lets it grow. */
  allowGrowth: boolean;
}
