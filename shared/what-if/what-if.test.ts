import { describe, expect, it } from 'vitest'
import { graphOf } from '../graph/graph'
import { runOf } from '../graph/runs'
import { container, drawing, ec2Task, element, fargateTask, inSubnets, service } from '../rules/examples'
import { validate } from '../rules/validate'
import { whatIf } from './what-if'

const main = element('cluster', { clusterName: 'main' })

const onEc2 = drawing({
  main,
  task: ec2Task({
    containerDefinitions: [
      container({
        memory: 512,
        portMappings: [{ containerPort: 80, hostPort: 8080 }],
        logConfiguration: { logDriver: 'json-file' },
      }),
    ],
  }),
  web: service({ cluster: '@{main}', launchType: 'EC2' }),
})

const rules = (problems: readonly { rule: string }[]) => problems.map(({ rule }) => rule)
const launch = (design: typeof onEc2) => runOf(graphOf(design), 'web')?.launch

describe('from EC2 to Fargate', () => {
  const answer = whatIf(onEc2, 'FARGATE')

  it('says what would break there', () => {
    expect(answer.runners).toEqual(['web'])
    expect(rules(answer.breaks)).toEqual(
      expect.arrayContaining(['network-fargate-awsvpc', 'log-driver-fargate']),
    )
  })

  it('brings the fixes, and leaves what somebody has to decide', () => {
    const errors = validate(answer.design).filter(({ severity }) => severity === 'error')
    expect(rules(errors)).toEqual(rules(answer.left.filter(({ severity }) => severity === 'error')))
    expect(rules(answer.left)).toContain('network-awsvpc-config-required')
    expect(answer.design.elements.task?.spec).toMatchObject({ networkMode: 'awsvpc' })
    expect(launch(answer.design)).toBe('FARGATE')
  })

  it('changes nothing in the design itself', () => {
    expect(launch(onEc2)).toBe('EC2')
    expect(launch(answer.switched)).toBe('FARGATE')
  })
})

it('to managed instances draws a capacity provider with its roles', () => {
  const onFargate = drawing({
    main,
    task: fargateTask(),
    web: service({ cluster: '@{main}', launchType: 'FARGATE', networkConfiguration: inSubnets }),
  })
  const { design } = whatIf(onFargate, 'MANAGED_INSTANCES')
  expect(launch(design)).toBe('MANAGED_INSTANCES')
  expect(design.elements['main-managed-instances']?.spec.cluster).toBe('@{main}')
  expect(Object.keys(design.elements)).toEqual(
    expect.arrayContaining(['ecsinstancerole', 'ecs-instance-profile']),
  )
})

it('what runs there already is left out, and who shares the definition is named', () => {
  const two = drawing({
    ...onEc2.elements,
    other: service({ serviceName: 'other', cluster: '@{main}', launchType: 'EC2' }),
  })
  expect(whatIf(two, 'EC2').runners).toEqual([])
  expect(whatIf(two, 'FARGATE', ['web']).alsoAffected).toEqual(['other'])
})
