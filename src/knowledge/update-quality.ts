import { type GradeInput, gradeAreas } from './grades/grade-areas.ts';
import { updateQualityPage } from './grades/quality-page.ts';

/** The quality page with the areas of the source graded as they are on a day (YYYY-MM-DD); `text` is what the page held before. */
export function updateQuality(input: GradeInput, text: string | undefined, day: string): { text: string; areas: number } {
  const grades = gradeAreas(input);
  return { text: updateQualityPage(text, grades, day), areas: grades.length };
}
