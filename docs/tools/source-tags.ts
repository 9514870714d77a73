/** What the tags before a rule's sources mean, where a source is no page of AWS's documentation. */
export const sourceTags = [
  {
    tag: 'API:Type.member',
    meaning: 'Documentation of that member in the Amazon ECS API model (`@aws-sdk/client-ecs`)',
  },
  { tag: 'ELBv2:, EFS:, ECR:', meaning: 'The same for Elastic Load Balancing v2, EFS and ECR' },
  { tag: 'CDK:CheckName', meaning: 'A check of that name in `aws-cdk-lib`' },
  { tag: 'E3xxx', meaning: 'A rule of cfn-lint' },
  {
    tag: 'DG:page, DG-2023:page',
    meaning: 'A page of the Amazon ECS Developer Guide; the edition of June 2023',
  },
  { tag: 'ACR:file', meaning: 'AWS’s reference notes on containers' },
  { tag: 'ERR:repository#issue', meaning: 'An answer of the service itself, as reported in a public issue' },
  { tag: 'SH:id', meaning: 'A control of AWS Security Hub' },
  { tag: 'FORMAT:chapter', meaning: 'Fairlead’s own document format' },
] as const
