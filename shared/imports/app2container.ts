/**
 * Imports App2Container's `deployment.json`: the containers, the service and its load balancer, as its template would make
 * them. https://docs.aws.amazon.com/app2container/latest/UserGuide/containerize-app-config.html
 */
import { isObject } from '../basics/json'
import { addEcs } from './app2container/ecs'
import { addNeighbours } from './app2container/neighbours'
import { reading } from './app2container/reading'
import { defineImport } from './format'
import { eachDocument, holdsOnly } from './reading/documents'

export const app2containerImport = defineImport({
  id: 'app2container',
  title: 'App2Container deployment.json',
  recognises: (file) => holdsOnly(file, ({ value }) => isDeployment(value)),
  read: (collector, files) =>
    eachDocument(collector, files, ({ value, pointer, file }) => {
      if (!isDeployment(value)) return
      const source = reading(collector, value, { file, pointer })
      const name = source.text('/applicationId') ?? source.text('/imageName')
      if (name !== undefined) collector.names.push(name)
      const ways = waysOf(value)
      if (ways.length !== 1) warn(source, ways)
      if (ways.includes('ecs') || ways.length === 0) addEcs(source)
      addNeighbours(source)
      source.use('/a2CTemplateVersion')
      source.say(
        'dropped',
        'tool-version',
        '/a2CTemplateVersion',
        'The version of App2Container’s own format is left out.',
      )
      source.rest()
    }),
})

function isDeployment(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false
  const targets = ['ecsParameters', 'eksParameters', 'appRunnerParameters'].some((one) =>
    isObject(value[one]),
  )
  return targets && (value.a2CTemplateVersion !== undefined || typeof value.applicationId === 'string')
}

const WAYS = [
  ['ecs', 'ecsParameters', 'createEcsArtifacts'],
  ['eks', 'eksParameters', 'createEksArtifacts'],
  ['app-runner', 'appRunnerParameters', 'createAppRunnerArtifacts'],
] as const

function waysOf(value: Record<string, unknown>): readonly string[] {
  return WAYS.flatMap(([way, parameters, flag]) => {
    const of = value[parameters]
    return isObject(of) && of[flag] === true ? [way] : []
  })
}

function warn(source: ReturnType<typeof reading>, ways: readonly string[]): void {
  source.say(
    'kept',
    'artifacts',
    '',
    ways.length === 0
      ? 'None of the create…Artifacts members is true, though App2Container wants exactly one; the parameters for ECS are read.'
      : 'Several of the create…Artifacts members are true, though App2Container wants exactly one; all of them are drawn.',
  )
}
