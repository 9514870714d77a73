/** What rules about Fargate's platform version have in common: who runs on too old a one, and the mend. */
import { isBelow, LATEST } from '../aws/facts/platform-versions'
import type { Graph } from '../graph/graph'
import { runOf } from '../graph/runs'
import { say } from '../texts/text'
import { setMembers } from './fixes'
import { definitionOf, runsWindows, type TaskDefinitionSpec } from './reading'
import type { Fix } from './rule'

interface Runner {
  readonly id: string
  readonly spec: { readonly platformVersion?: string | undefined }
  readonly graph: Graph
}

/**
 * The task definition that a service or task runs on Fargate for Linux while it names a platform version below `minimum`.
 * Undefined where the version is new enough, left out or unknown, and on Windows, whose platform versions count apart.
 */
export function onPlatformBelow(
  { id, spec, graph }: Runner,
  minimum: string,
): TaskDefinitionSpec | undefined {
  if (!isBelow(spec.platformVersion, minimum) || runOf(graph, id)?.launch !== 'FARGATE') return undefined
  const definition = definitionOf(graph, id)?.spec
  return definition && runsWindows(definition) === false ? definition : undefined
}

/** The fix of every rule that asks for a newer platform version. */
export function toLatestPlatform(runner: string): Fix {
  return setMembers(say`Set the platform version to ${LATEST}`, runner, { '/platformVersion': LATEST })
}
