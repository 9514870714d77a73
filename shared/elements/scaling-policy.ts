import { say } from '../texts/text'
import { choice, decimal, flag, group, item, json, list, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { textAt } from './parts/reading'

const targetTracking = () =>
  group(
    'Target tracking',
    'Keeps a metric near a value.',
    {
      TargetValue: decimal('Target value', 'Percent of a utilization, or requests per target.', {
        main: true,
      }),
      PredefinedMetricSpecification: group(
        'Metric',
        'One that ECS or the load balancer reports.',
        {
          PredefinedMetricType: choice(
            'Metric',
            'Which.',
            [
              'ECSServiceAverageCPUUtilization',
              'ECSServiceAverageMemoryUtilization',
              'ALBRequestCountPerTarget',
              'ECSServiceAverageCPUUtilizationHighResolution',
              'ECSServiceAverageMemoryUtilizationHighResolution',
            ],
            { main: true },
          ),
          ResourceLabel: text(
            'Resource label',
            'Load balancer and target group, for ALBRequestCountPerTarget.',
          ),
        },
        { main: true },
      ),
      CustomizedMetricSpecification: group('Metric of your own', 'Such as messages per task.', {
        Namespace: text('Namespace', 'Such as AWS/SQS.'),
        MetricName: text('Metric name', 'In the namespace.'),
        Dimensions: list(
          'Dimensions',
          'Which of the metrics.',
          item({
            Name: text('Name', 'Such as QueueName.'),
            Value: text('Value', 'Which one.', { control: 'reference' }),
          }),
        ),
        Statistic: choice('Statistic', 'How values are combined.', [
          'Average',
          'Sum',
          'Minimum',
          'Maximum',
          'SampleCount',
        ]),
        Unit: text('Unit', 'Of the metric.'),
        Metrics: json('Metrics', 'Metric math instead, such as messages divided by tasks.'),
      }),
      ScaleOutCooldown: whole('Scale-out cooldown', 'Time between two steps up.', {
        unit: 'seconds',
        main: true,
      }),
      ScaleInCooldown: whole('Scale-in cooldown', 'Time between two steps down.', {
        unit: 'seconds',
        main: true,
      }),
      DisableScaleIn: flag('Only scale out', 'Never takes tasks away.', { default: 'false' }),
    },
    { main: true, group: 'Target tracking' },
  )

const stepScaling = () =>
  group(
    'Step scaling',
    'Steps by how far a metric is over an alarm’s threshold.',
    {
      AdjustmentType: choice('Adjustment', 'How a step is meant.', [
        'ChangeInCapacity',
        'ExactCapacity',
        'PercentChangeInCapacity',
      ]),
      StepAdjustments: list(
        'Steps',
        'From threshold outwards.',
        item({
          MetricIntervalLowerBound: decimal('Lower bound', 'Over the threshold.'),
          MetricIntervalUpperBound: decimal('Upper bound', 'Over the threshold.'),
          ScalingAdjustment: whole('Adjustment', 'Tasks, or percent.'),
        }),
      ),
      MinAdjustmentMagnitude: whole('Smallest adjustment', 'For percentages.'),
      Cooldown: whole('Cooldown', 'Time between two steps.', { unit: 'seconds' }),
      MetricAggregationType: choice('Aggregation', 'How values are combined.', [
        'Average',
        'Minimum',
        'Maximum',
      ]),
    },
    { group: 'Step scaling' },
  )

/**
 * PutScalingPolicy input, with the limits of its RegisterScalableTarget call.
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html
 */
export const scalingPolicy = defineKind({
  kind: 'scaling-policy',
  label: 'Scaling policy',
  summary: 'Changes the number of a service’s tasks by a metric.',
  category: 'management',
  keywords: ['auto scaling', 'application auto scaling', 'target tracking'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
  icon: 'application-auto-scaling',
  spec: spec({
    PolicyName: text('Policy name', 'Unique for the service.', { main: true }),
    ResourceId: text('Service', 'As service/cluster/service.', { main: true, control: 'reference' }),
    MinCapacity: whole('Minimum tasks', 'Never fewer.', { main: true }),
    MaxCapacity: whole('Maximum tasks', 'Never more.', { main: true }),
    PolicyType: choice(
      'Policy type',
      'How the number is found.',
      ['TargetTrackingScaling', 'StepScaling', 'PredictiveScaling'],
      { default: 'StepScaling', main: true },
    ),
    TargetTrackingScalingPolicyConfiguration: targetTracking(),
    StepScalingPolicyConfiguration: stepScaling(),
    ServiceNamespace: choice('Service namespace', 'Always “ecs” here.', ['ecs']),
    ScalableDimension: choice('Scalable dimension', 'What is changed.', ['ecs:service:DesiredCount']),
  }),
  defaults: (name) => ({
    PolicyName: name,
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    MinCapacity: 1,
    MaxCapacity: 4,
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: 70,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
    },
  }),
  name: '/PolicyName',
  attributes: { arn: { label: 'ARN' } },
  relations: [
    {
      path: '/ResourceId',
      to: ['service'],
      attribute: 'resourceId',
      meaning: 'scales',
      draw: 'line',
      label: (spec) => {
        const limits = [spec.MinCapacity, spec.MaxCapacity].filter((limit) => typeof limit === 'number')
        return limits.length === 2 ? say`scales ${limits.join('–')}` : undefined
      },
    },
    {
      path: '/TargetTrackingScalingPolicyConfiguration/CustomizedMetricSpecification/Dimensions/*/Value',
      to: ['sqs-queue'],
      attribute: 'name',
      meaning: 'reads',
      draw: 'line',
      flow: 'in',
      drawable: false,
      label: (spec) =>
        textAt(spec, '/TargetTrackingScalingPolicyConfiguration/CustomizedMetricSpecification/MetricName'),
    },
  ],
})
