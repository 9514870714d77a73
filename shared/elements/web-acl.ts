import { choice, flag, group, item, json, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'

const visibility = (help: string) =>
  group('Visibility', help, {
    CloudWatchMetricsEnabled: flag('Metrics', 'Counts requests in CloudWatch.'),
    MetricName: text('Metric name', 'Of the counts.'),
    SampledRequestsEnabled: flag('Samples', 'Keeps some requests for you to look at.'),
  })

/** CreateWebACL input. https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html */
export const webAcl = defineKind({
  kind: 'web-acl',
  label: 'Web ACL',
  summary: 'Rules of AWS WAF for the requests that an Application Load Balancer gets.',
  category: 'security',
  keywords: ['waf', 'firewall', 'rules'],
  docs: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html',
  icon: 'waf',
  spec: spec({
    Name: text('Name', 'Can’t be changed later.', { main: true }),
    Scope: choice(
      'Scope',
      'REGIONAL for load balancers, CLOUDFRONT for distributions.',
      ['REGIONAL', 'CLOUDFRONT'],
      { main: true },
    ),
    DefaultAction: group(
      'Default action',
      'For requests that no rule ends: either Allow or Block.',
      {
        Allow: json('Allow', 'Lets them through; {} will do.'),
        Block: json('Block', 'Refuses them; {} will do.'),
      },
      { main: true },
    ),
    Description: text('Description', 'What it is for.', { main: true }),
    Rules: list(
      'Rules',
      'By priority, the smallest number first.',
      item({
        Name: text('Name', 'Unique in the web ACL.'),
        Priority: whole('Priority', 'Its place in the order.'),
        Statement: json('Statement', 'Which requests it is about.'),
        Action: json('Action', 'Allow, Block, Count, Captcha or Challenge.'),
        OverrideAction: json('Override', 'For a rule group: None or Count.'),
        VisibilityConfig: visibility('How its requests are counted.'),
      }),
      { main: true },
    ),
    VisibilityConfig: visibility('How requests are counted.'),
    Tags: tags(),
  }),
  defaults: (name) => ({
    Name: name,
    Scope: 'REGIONAL',
    DefaultAction: { Allow: {} },
    VisibilityConfig: { CloudWatchMetricsEnabled: true, MetricName: name, SampledRequestsEnabled: true },
  }),
  name: '/Name',
  attributes: { arn: { label: 'ARN' }, id: { label: 'ID' } },
  relations: [],
  // AssociateWebACL is a call of its own.
  links: [{ meaning: 'protects', to: ['application-load-balancer'] }],
})
