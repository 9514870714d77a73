/** Where something other than ECS, or another tool, may fit better. */
import { externalSystem } from '../../elements/external-system'
import { service as serviceKind } from '../../elements/service'
import { hasTrait } from '../../elements/traits'
import { drawing, element, fargateTask, inSubnets, onFargate, service } from '../examples'
import { isAbsent } from '../reading'
import { defineRule, ruleFamily } from '../rule'

/** What people write about applications that App2Container packages. */
const JAVA_OR_NET = /java|jvm|jboss|wildfly|tomcat|weblogic|websphere|spring|\.net\b|dotnet|asp\.|\biis\b/i

export const otherServices = ruleFamily([
  defineRule({
    id: 'arch-lambda-suggest',
    severity: 'advice',
    on: [serviceKind],
    title: 'Rare, short events may be work for Lambda',
    message:
      'This service waits for rare, short events most of the time; an AWS Lambda function would cost nothing while it waits.',
    why: 'A service keeps its tasks running, and paid for, whether there is work or not. Lambda runs code when an event comes, for up to 15 minutes, also from a container image.',
    sources: [{ ref: 'https://docs.aws.amazon.com/lambda/latest/dg/welcome.html', checked: '2026-11-21' }],
    check({ element, spec, report }) {
      if (hasTrait(element, 'rare-events') && isAbsent(spec.loadBalancers)) report({ at: '' })
    },
    examples: () => ({
      valid: {
        'nothing said': onFargate(),
        'behind a load balancer, where requests may come at any time': withTrait('rare-events', {
          loadBalancers: [{ targetGroupArn: '<target group>', containerName: 'web', containerPort: 80 }],
        }),
      },
      invalid: { 'rare events': { design: withTrait('rare-events'), element: 'web', at: '' } },
    }),
  }),

  defineRule({
    id: 'arch-beanstalk-note',
    severity: 'advice',
    on: [serviceKind],
    title: 'One plain web application can do with less',
    message:
      'For a single web application Elastic Beanstalk or an ECS Express service would set up all of this by itself.',
    why: 'Both take an image or source code and make cluster, service, load balancer, scaling and logs for it. Drawing them yourself pays where you want to decide on them.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html',
        checked: '2026-11-26',
      },
      {
        ref: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/Welcome.html',
        checked: '2026-11-21',
      },
    ],
    check({ element, report }) {
      if (hasTrait(element, 'simple-web-app')) report({ at: '' })
    },
    examples: () => ({
      valid: { 'nothing said': onFargate(), 'something else said': withTrait('test') },
      invalid: { 'one plain application': { design: withTrait('simple-web-app'), element: 'web', at: '' } },
    }),
  }),

  defineRule({
    id: 'arch-a2c',
    severity: 'advice',
    on: [externalSystem],
    title: 'Java and .NET applications on servers can be packaged by a tool',
    message:
      'AWS App2Container can package a Java or .NET application on a server and write its ECS task definition; check whether AWS still offers it.',
    why: 'The tool looks at a running application, builds an image with what it needs, and writes task definition and pipeline. What it writes can be imported here.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/app2container/latest/UserGuide/what-is-a2c.html',
        checked: '2026-11-21',
      },
    ],
    check({ element, spec, report }) {
      const onServer = spec.type === 'Application server' || spec.type === 'Virtual machine'
      if (spec.type === 'App2Container' || (onServer && JAVA_OR_NET.test(element.label ?? ''))) {
        report({ at: '/type' })
      }
    },
    examples: () => ({
      valid: {
        'a server with something else': system('Application server', 'Mail'),
        'a Java client, which is no server': system('Other', 'Java client'),
      },
      invalid: {
        'Tomcat on a server': { design: system('Application server', 'Tomcat'), element: 'old', at: '/type' },
        'a .NET application on a virtual machine': {
          design: system('Virtual machine', 'Orders (.NET)'),
          element: 'old',
          at: '/type',
        },
        'the tool itself': { design: system('App2Container', 'A2C'), element: 'old', at: '/type' },
      },
    }),
  }),

  defineRule({
    id: 'arch-copilot',
    severity: 'advice',
    on: [externalSystem],
    title: 'AWS Copilot is no longer supported',
    message:
      'AWS ended its support for Copilot on 12 June 2026; deploy with the AWS CDK, CloudFormation or ECS Express services instead.',
    why: 'Copilot made services from a manifest with CloudFormation. What it has made keeps running, but the tool gets no more corrections.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Copilot.html',
        checked: '2026-11-21',
      },
    ],
    check({ spec, report }) {
      if (spec.type === 'AWS Copilot') report({ at: '/type' })
    },
    examples: () => ({
      valid: {
        'another tool': system('Other', 'Pipeline'),
        'a type that is not said': system('', 'Copilot of the ship'),
      },
      invalid: { Copilot: { design: system('AWS Copilot', 'Deployment'), element: 'old', at: '/type' } },
    }),
  }),
])

function withTrait(trait: string, spec: Readonly<Record<string, unknown>> = {}) {
  const web = service({ launchType: 'FARGATE', networkConfiguration: inSubnets, ...spec })
  return drawing({ task: fargateTask(), web: { ...web, traits: [trait] } })
}

function system(type: string, label: string) {
  return drawing({ old: element('external-system', { type }, { label }) })
}
