// Acts of a scenario: when their turn comes, and that what does not fit the rest of the file is refused.
import { Course } from '../../../services/local/rehearsal/players/course';
import { parseScenario } from '../../../services/local/rehearsal/scenario/read';
import { scenarioSchema, type ScenarioInput } from '../../../services/local/rehearsal/scenario/schema';
import { definition, json } from './files';

const own = json('data/scenarios/simple-approval.json') as ScenarioInput;

function withActs(acts: ScenarioInput['acts']) {
  return scenarioSchema.parse({ ...own, acts }).acts;
}

const look = { by: 'formand', once: 'approve', steps: [{ says: 'mine opgaver' }] };

describe('an act', () => {
  it('comes when its task has been posted for so many days', () => {
    const course = new Course(withActs([{ ...look, day: 1 }]));
    course.dayBegins(['propose']);
    expect(course.dueFor('formand')).toEqual([]);
    course.dayBegins(['propose', 'approve']);
    expect(course.dueFor('formand')).toEqual([]);
    course.dayBegins(['propose', 'approve']);
    expect(course.dueFor('formand')).toHaveLength(1);
    expect(course.dueFor('nord-1')).toEqual([]);
  });

  it('waits for those it comes after', () => {
    const acts = withActs([
      { ...look, after: ['first'] },
      { ...look, key: 'first', by: 'nord-1' },
    ]);
    const course = new Course(acts);
    course.note(['approve']);
    expect(course.dueFor('formand')).toEqual([]);
    const [first] = course.dueFor('nord-1');
    if (first !== undefined) course.done(first);
    expect(course.dueFor('formand')).toHaveLength(1);
    expect(course.left).toHaveLength(1);
  });

  it('is refused when it names a person, a task or an act that is not there', () => {
    const acts = [{ ...look, by: 'ingen', once: 'intet', after: ['aldrig'] }];
    expect(() => parseScenario({ ...own, acts }, 'fil', definition('simple-approval'))).toThrow(
      /acts\.0\.by: nobody.*acts\.0\.after: no act.*acts\.0: the definition has no task/s,
    );
  });
});
