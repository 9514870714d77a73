import { describe, expect, it } from 'vitest'
import * as capacityProviders from './capacity-providers'
import * as clusters from './clusters'
import * as compatibilities from './compatibilities'
import * as containerDependencies from './container-dependencies'
import * as containerLimits from './container-limits'
import * as containerMembers from './container-members'
import * as deployments from './deployments'
import * as ebsVolumes from './ebs-volumes'
import * as fargateProfiles from './fargate-profiles'
import * as fargateSizes from './fargate-sizes'
import * as faultInjection from './fault-injection'
import * as healthCheck from './health-check'
import * as helperImages from './helper-images'
import * as instanceTypes from './instance-types'
import * as kernel from './kernel'
import * as loadBalancers from './load-balancers'
import * as logDrivers from './log-drivers'
import * as logOptions from './log-options'
import * as logRetention from './log-retention'
import * as managedPolicies from './managed-policies'
import * as namespaces from './namespaces'
import * as networkModes from './network-modes'
import * as operatingSystems from './operating-systems'
import * as placement from './placement'
import * as platformVersions from './platform-versions'
import * as responseMembers from './response-members'
import * as roleUses from './role-uses'
import * as runTask from './run-task'
import * as scaling from './scaling'
import * as secretNames from './secret-names'
import * as serviceConnect from './service-connect'
import * as services from './services'
import * as tags from './tags'
import * as targetTypes from './target-types'
import * as taskLimits from './task-limits'
import * as taskSize from './task-size'
import * as volumes from './volumes'

const { takesLogDriver } = logDrivers
const { hasOwnInterface } = networkModes

it('every table says where and when it was read', () => {
  for (const { source } of [
    capacityProviders,
    clusters,
    compatibilities,
    containerDependencies,
    containerLimits,
    containerMembers,
    deployments,
    ebsVolumes,
    fargateProfiles,
    fargateSizes,
    faultInjection,
    healthCheck,
    helperImages,
    instanceTypes,
    kernel,
    managedPolicies,
    roleUses,
    loadBalancers,
    logDrivers,
    logOptions,
    logRetention,
    namespaces,
    networkModes,
    operatingSystems,
    placement,
    platformVersions,
    responseMembers,
    runTask,
    secretNames,
    serviceConnect,
    services,
    scaling,
    tags,
    targetTypes,
    taskLimits,
    taskSize,
    volumes,
  ]) {
    expect(source.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    expect(source.checked).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})

describe('log drivers', () => {
  it('json-file writes to the instance’s disk, so Fargate has none', () => {
    expect(takesLogDriver('FARGATE', 'json-file')).toBe(false)
    expect(takesLogDriver('EC2', 'json-file')).toBe(true)
    expect(takesLogDriver('MANAGED_INSTANCES', 'json-file')).toBe(true)
  })

  it('every launch type takes awslogs, splunk and awsfirelens', () => {
    for (const launch of ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'] as const) {
      expect(['awslogs', 'splunk', 'awsfirelens'].every((driver) => takesLogDriver(launch, driver))).toBe(
        true,
      )
    }
  })
})

describe('a network interface of the task’s own', () => {
  it.each([
    ['FARGATE', undefined, true],
    ['FARGATE', 'bridge', true],
    ['EC2', 'awsvpc', true],
    ['EC2', undefined, false],
    ['EC2', 'host', false],
    ['EXTERNAL', 'awsvpc', false],
    ['MANAGED_INSTANCES', undefined, true],
    ['MANAGED_INSTANCES', 'host', false],
    [undefined, 'awsvpc', true],
    [undefined, 'bridge', false],
    [undefined, undefined, undefined],
  ] as const)('launch %s with mode %s: %s', (launch, mode, own) =>
    expect(hasOwnInterface(launch, mode)).toBe(own),
  )
})
