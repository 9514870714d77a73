/** The list `loadBalancers` of a service as a whole, and what one entry is made of. */
import { MAX_TARGET_GROUPS } from '../../aws/facts/load-balancers'
import { service as serviceKind } from '../../elements/service'
import { deployByEcs } from '../deployment/to-rolling'
import { behindBalancer, onEc2, registered } from '../examples'
import { isAbsent, isUnknownAt, isWrittenIn } from '../reading'
import { controllerOf } from '../rollout'
import { defineRule, ruleFamily } from '../rule'
import { behindClassic, classicEntry, ELSEWHERE } from './examples'

const ENTRIES = '/loadBalancers'
const groups = (count: number) => Array.from({ length: count }, (_, i) => entry(`${ELSEWHERE}${i}`))
const byCodeDeploy = { deploymentController: { type: 'CODE_DEPLOY' } }

const createService = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  checked: '2026-11-26',
}
const loadBalancer = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  checked: '2026-11-26',
}
const manyGroups = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html',
  checked: '2026-11-21',
}

export const balancerEntries = ruleFamily([
  defineRule({
    id: 'lb-entry-shape',
    severity: 'error',
    on: [serviceKind],
    needs: ['/loadBalancers'],
    title: 'An entry names either a target group or a Classic Load Balancer',
    message:
      'This entry names both a target group and a Classic Load Balancer; keep the target group, or make it two services.',
    variants: {
      neither:
        'This entry names no load balancer; give it a target group, or the name of a Classic Load Balancer.',
    },
    why: 'An Application or Network Load Balancer is reached through its target group, a Classic one by its name. ECS registers the tasks with one of them for each entry and refuses an entry that leaves it to choose, or gives it nothing.',
    sources: [createService, loadBalancer],
    check({ element, spec, report }) {
      spec.loadBalancers?.forEach((_, index) => {
        const at = `${ENTRIES}/${index}`
        if (isUnknownAt(element, at)) return
        const group = isWrittenIn(element, at, 'targetGroupArn')
        if (group !== isWrittenIn(element, at, 'loadBalancerName')) return
        report({ at, ...(group ? {} : { variant: 'neither' }) })
      })
    },
    examples: () => ({
      valid: {
        'a target group': behindBalancer(),
        'a Classic Load Balancer': behindClassic(),
        'an empty name beside a target group': behindBalancer({
          loadBalancers: [{ ...registered, loadBalancerName: '' }],
        }),
        'a placeholder': behindBalancer({
          loadBalancers: [{ ...registered, targetGroupArn: '<TargetGroup>' }],
        }),
      },
      invalid: {
        both: {
          design: behindClassic({ loadBalancers: [{ ...classicEntry, targetGroupArn: ELSEWHERE }] }),
          element: 'web',
          at: `${ENTRIES}/0`,
        },
        neither: {
          design: behindBalancer({
            loadBalancers: [registered, { containerName: 'web', containerPort: 80 }],
          }),
          element: 'web',
          at: `${ENTRIES}/1`,
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-classic-limit',
    severity: 'error',
    refusesLine: true,
    on: [serviceKind],
    needs: ['/loadBalancers/*/loadBalancerName'],
    title: 'A service has one Classic Load Balancer, or target groups',
    message:
      'A service takes one Classic Load Balancer, and this one names {count}; use target groups instead.',
    variants: {
      mixed:
        'A Classic Load Balancer and target groups can’t stand beside each other; keep the target groups.',
    },
    why: 'The two generations register tasks in different ways. A service is bound to one of them, and of the old generation it takes a single load balancer.',
    sources: [loadBalancer, { ref: 'DG:service-quotas', checked: '2026-11-21' }],
    check({ spec, report }) {
      const entries = spec.loadBalancers ?? []
      // An entry that holds both is lb-entry-shape.
      const plain = entries.filter((one) => isAbsent(one.targetGroupArn) !== isAbsent(one.loadBalancerName))
      const count = plain.filter((one) => !isAbsent(one.loadBalancerName)).length
      if (count > 1) report({ at: ENTRIES, values: { count } })
      else if (count === 1 && plain.length > 1) report({ at: ENTRIES, variant: 'mixed' })
    },
    examples: () => ({
      valid: {
        'one Classic Load Balancer': behindClassic(),
        'two target groups': behindBalancer({ loadBalancers: groups(2) }),
      },
      invalid: {
        'two Classic Load Balancers': {
          design: behindClassic({
            loadBalancers: [classicEntry, { ...classicEntry, loadBalancerName: 'other' }],
          }),
          element: 'web',
          at: ENTRIES,
        },
        'a Classic Load Balancer and a target group': {
          design: behindClassic({ loadBalancers: [classicEntry, entry(ELSEWHERE)] }),
          element: 'web',
          at: ENTRIES,
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-target-groups-max',
    severity: 'error',
    on: [serviceKind],
    needs: ['/loadBalancers'],
    title: 'A service has a limited number of target groups',
    message:
      'A service can use {max} target groups, and this one names {count}; divide it into several services.',
    why: 'ECS registers every task with each of the target groups and waits for all their health checks. It does that for a few groups of a service and refuses more.',
    sources: [manyGroups],
    check({ spec, report }) {
      const named = new Set(spec.loadBalancers?.flatMap((one) => one.targetGroupArn || []))
      if (named.size <= MAX_TARGET_GROUPS) return
      report({ at: ENTRIES, values: { max: MAX_TARGET_GROUPS, count: named.size } })
    },
    examples: () => ({
      valid: {
        'just as many': behindBalancer({ loadBalancers: groups(MAX_TARGET_GROUPS) }),
        'one of them twice': behindBalancer({
          loadBalancers: [...groups(MAX_TARGET_GROUPS), ...groups(1)],
        }),
      },
      invalid: {
        'one more': {
          design: behindBalancer({ loadBalancers: groups(MAX_TARGET_GROUPS + 1) }),
          element: 'web',
          at: ENTRIES,
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-target-groups-controller',
    severity: 'error',
    on: [serviceKind],
    needs: ['/deploymentController'],
    title: 'Only the ECS deployment controller takes several target groups',
    message:
      'With CodeDeploy the service names one target group, and this one names {count}; let ECS deploy it.',
    why: 'CodeDeploy moves the traffic of one port. The service names the target group that it starts with, and the second one of the pair is kept in the deployment group.',
    sources: [manyGroups, loadBalancer],
    check({ id, spec, report }) {
      // With EXTERNAL a service names none at all: deploy-external-fields.
      if (controllerOf(spec) !== 'CODE_DEPLOY') return
      const count = spec.loadBalancers?.filter((one) => !isAbsent(one.targetGroupArn)).length ?? 0
      if (count < 2) return
      report({
        at: ENTRIES,
        values: { count },
        fix: deployByEcs(id),
      })
    },
    examples: () => ({
      valid: {
        'one target group with CodeDeploy': behindBalancer(byCodeDeploy),
        'two with ECS': behindBalancer({ loadBalancers: groups(2) }),
        'two with the controller left out, on EC2': onEc2({ loadBalancers: groups(2) }),
      },
      invalid: {
        'two with CodeDeploy': {
          design: behindBalancer({ ...byCodeDeploy, loadBalancers: groups(2) }),
          element: 'web',
          at: ENTRIES,
        },
      },
    }),
  }),
])

function entry(targetGroupArn: string) {
  return { ...registered, targetGroupArn }
}
