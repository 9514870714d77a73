/** What single members of RunTask and StartTask may say. */
import { clientToken, OVERRIDES_LENGTH, runCount, startedBy } from '../../aws/facts/run-task'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { onFargate } from '../examples'
import { setMembers } from '../fixes'
import { limitRule, ofCharacters, reportBreaches, wholeBetween } from '../limits'
import { isAbsent } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { runOnEc2, runTask } from './examples'

const runPage = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
  checked: '2026-11-26',
}
const startPage = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html',
  checked: '2026-11-26',
}

const onOne = { containerInstances: ['0a1b2c3d4e5f60718293a4b5c6d7e8f9'] }

export const runValues = ruleFamily([
  limitRule({
    id: 'run-count',
    severity: 'error',
    on: [taskKind],
    path: '/count',
    limit: wholeBetween(runCount.min, runCount.max),
    title: 'One call starts one to ten tasks',
    message: 'One call of RunTask starts one to ten tasks, not {value}; make several calls for more.',
    why: 'Run task is for batch work in small portions: up to ten copies a call. More of them take several calls, or a service that keeps a number running.',
    sources: [runPage],
    examples: () => ({
      valid: {
        'as many as one call starts': runTask({ count: 10 }),
        'left out, which means one': runTask(),
        'a placeholder': runTask({ count: '<count>' }),
      },
      invalid: {
        'too many': { design: runTask({ count: 25 }), element: 'nightly', at: '/count' },
        none: { design: runTask({ count: 0 }), element: 'nightly', at: '/count' },
      },
    }),
  }),

  defineRule({
    id: 'run-propagate-tags',
    severity: 'error',
    on: [taskKind],
    needs: ['/propagateTags'],
    title: 'A standalone task has no service to take tags from',
    message: 'A standalone task belongs to no service, so it can only take the tags of its task definition.',
    why: 'The member propagateTags says where the tags of a task come from. RunTask refuses SERVICE, because there is none.',
    sources: [runPage],
    check({ id, spec, report }) {
      // StartTask documents the value, for schedulers that start the tasks of a service.
      if (spec.propagateTags !== 'SERVICE' || !isAbsent(spec.containerInstances)) return
      const at = '/propagateTags'
      report({ at, fix: setMembers('Take the tags of the task definition', id, { [at]: 'TASK_DEFINITION' }) })
    },
    examples: () => ({
      valid: {
        'of the task definition': runTask({ propagateTags: 'TASK_DEFINITION' }),
        none: runTask({ propagateTags: 'NONE' }),
        'of the service, on a service': onFargate({ propagateTags: 'SERVICE' }),
        'with StartTask': runOnEc2({ ...onOne, propagateTags: 'SERVICE' }),
      },
      invalid: {
        'of the service': {
          design: runTask({ propagateTags: 'SERVICE' }),
          element: 'nightly',
          at: '/propagateTags',
        },
      },
    }),
  }),

  defineRule({
    id: 'run-overrides-size',
    severity: 'error',
    on: [taskKind],
    title: 'Overrides have at most 8192 characters',
    message:
      'The overrides have {length} characters as JSON, and ECS takes {most}; put what is long into S3 or a parameter.',
    why: 'Overrides are for small differences from the task definition, such as another command. Larger input belongs where the task reads it: an object in S3, a message, a parameter.',
    sources: [runPage],
    check({ element, report }) {
      const { overrides } = element.spec
      if (isAbsent(overrides)) return
      const { length } = JSON.stringify(overrides)
      if (length > OVERRIDES_LENGTH) report({ at: '/overrides', values: { length, most: OVERRIDES_LENGTH } })
    },
    examples: () => ({
      valid: {
        'a command': runTask({ overrides: withCommand('x'.repeat(400)) }),
        'as long as they may be': runTask({ overrides: ofLength(OVERRIDES_LENGTH) }),
      },
      invalid: {
        'one character more': {
          design: runTask({ overrides: ofLength(OVERRIDES_LENGTH + 1) }),
          element: 'nightly',
          at: '/overrides',
        },
      },
    }),
  }),

  defineRule({
    id: 'run-started-by',
    severity: 'error',
    on: [taskKind],
    needs: ['/startedBy'],
    title: 'What a task was started by is said in short',
    message:
      '“{value}” can’t stand in startedBy; use at most {most} letters, digits, hyphens, underscores and slashes.',
    why: 'The value finds the tasks of a job again in ListTasks, and is no place for more. RunTask takes 128 characters, StartTask 36.',
    sources: [runPage, startPage],
    check(context) {
      if (!context.spec.startedBy) return
      const most = isAbsent(context.spec.containerInstances) ? startedBy.run : startedBy.start
      const limit = ofCharacters(most, startedBy.character)
      reportBreaches(context, '/startedBy', limit, { values: { most } })
    },
    examples: () => ({
      valid: {
        'a path': runTask({ startedBy: 'billing/nightly_run-7' }),
        'the longest': runTask({ startedBy: 'x'.repeat(startedBy.run) }),
        'a placeholder': runTask({ startedBy: '<job name>' }),
        'the longest of StartTask': runOnEc2({ ...onOne, startedBy: 'x'.repeat(startedBy.start) }),
      },
      invalid: {
        'one character too long': {
          design: runTask({ startedBy: 'x'.repeat(startedBy.run + 1) }),
          element: 'nightly',
          at: '/startedBy',
        },
        'too long for StartTask': {
          design: runOnEc2({ ...onOne, startedBy: 'x'.repeat(startedBy.start + 1) }),
          element: 'nightly',
          at: '/startedBy',
        },
        'a blank': { design: runTask({ startedBy: 'nightly run' }), element: 'nightly', at: '/startedBy' },
      },
    }),
  }),

  defineRule({
    id: 'run-client-token',
    severity: 'error',
    on: [taskKind, serviceKind],
    needs: ['/clientToken'],
    title: 'A client token is short and printable',
    message: 'A client token has at most {most} printable characters and no blank; change this one.',
    why: 'ECS recognises a repeated call by its token and does the work once. It compares tokens to the letter, and takes 64 characters from RunTask and 36 from CreateService.',
    sources: [
      runPage,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
        checked: '2026-11-26',
      },
    ],
    check(context) {
      if (!context.spec.clientToken) return
      const most = context.element.kind === taskKind.kind ? clientToken.task : clientToken.service
      const limit = ofCharacters(most, clientToken.character)
      reportBreaches(context, '/clientToken', limit, { values: { most } })
    },
    examples: () => ({
      valid: {
        'the longest of a task': runTask({ clientToken: 'x'.repeat(clientToken.task) }),
        'a UUID on a service': onFargate({ clientToken: '4f1c9c1e-7d0a-4b52-9a70-0c9d8a1f2e33' }),
        punctuation: runTask({ clientToken: 'run!42~a' }),
      },
      invalid: {
        'too long for a task': {
          design: runTask({ clientToken: 'x'.repeat(clientToken.task + 1) }),
          element: 'nightly',
          at: '/clientToken',
        },
        'too long for a service': {
          design: onFargate({ clientToken: 'x'.repeat(clientToken.service + 1) }),
          element: 'web',
          at: '/clientToken',
        },
        'a blank': { design: runTask({ clientToken: 'run 42' }), element: 'nightly', at: '/clientToken' },
      },
    }),
  }),
])

function withCommand(argument: string) {
  return { containerOverrides: [{ name: 'web', command: [argument] }] }
}

/** Overrides of so many characters as JSON. */
function ofLength(length: number) {
  return withCommand('x'.repeat(length - JSON.stringify(withCommand('')).length))
}
