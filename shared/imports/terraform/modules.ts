/**
 * Modules of the terraform-aws-modules registry, which most configurations of ECS are made of: what their arguments say of
 * elements is drawn. The block itself is kept as it was written, so what is not drawn is not lost.
 */
import { own } from '../../basics/own'
import { cluster, service } from './modules/ecs'
import type { KnownModule } from './modules/module'
import { balancer, group, queue, repository, vpc } from './modules/network'
import type { Tokens } from './tokens'

const modules: Readonly<Record<string, KnownModule>> = {
  'alb/aws': balancer,
  'ecr/aws': repository,
  'ecs/aws//modules/cluster': cluster,
  'ecs/aws//modules/service': service,
  'security-group/aws': group,
  'sqs/aws': queue,
  'vpc/aws': vpc,
}

/** The module of a source; undefined for those that are not known here. */
export function moduleOf(source: unknown): KnownModule | undefined {
  const name =
    typeof source === 'string'
      ? /^(?:registry\.terraform\.io\/)?terraform-aws-modules\/(.+)$/.exec(source)?.[1]
      : undefined
  return name === undefined ? undefined : own(modules, name)
}

/** The mark for an output of a module; undefined where it is none of a resource that is drawn. */
export function moduleOutput(
  module: KnownModule,
  name: string,
  [output, ...steps]: readonly (string | number)[],
  tokens: Tokens,
): string | undefined {
  const find = typeof output === 'string' ? own(module.outputs, output) : undefined
  const key = steps.find((step): step is string => typeof step === 'string')
  const [type, resource, attribute] = find?.(key) ?? []
  if (type === undefined || resource === undefined || attribute === undefined) return undefined
  // After a key, the last step says which attribute is meant.
  const last = steps.length > 1 ? steps.at(-1) : undefined
  const path = [typeof last === 'string' ? last : attribute]
  const written = `\${module.${[name, output, ...steps].join('.')}}`
  return tokens.put({ written, address: `module.${name}.${type}.${resource}`, path, reason: 'reference' })
}
