/**
 * What tells the items of AWS's lists apart, so that two people's edits of one list can be brought together item by
 * item. A list that is not here, or whose items lack these members or share their values, is taken as a whole.
 */

/**
 * The members that name an item together; those it lacks do not count, but it needs one of them. Of `a|b` the first that
 * it has counts.
 */
type Keys = readonly string[]

/** Items are themselves: what one side added is added, what it took out is out. Their order means nothing to AWS. */
type Itself = 'set'

/** By the name of the member that holds the list. AWS uses a name for one shape only, but for its capital letter. */
export const listIdentities: Readonly<Record<string, Keys | Itself>> = {
  // Task definitions, services and tasks
  containerDefinitions: ['name'],
  containerOverrides: ['name'],
  dependsOn: ['containerName'],
  devices: ['hostPath', 'containerPath'],
  environment: ['name'],
  environmentFiles: ['value'],
  extraHosts: ['hostname'],
  inferenceAccelerators: ['deviceName'],
  inferenceAcceleratorOverrides: ['deviceName'],
  mountPoints: ['containerPath'],
  portMappings: ['containerPort|containerPortRange', 'protocol'],
  properties: ['name'],
  resourceRequirements: ['type'],
  secrets: ['name'],
  secretOptions: ['name'],
  systemControls: ['namespace'],
  tmpfs: ['containerPath'],
  ulimits: ['name'],
  volumes: ['name'],
  volumesFrom: ['sourceContainer'],
  volumeConfigurations: ['name'],
  capacityProviderStrategy: ['capacityProvider'],
  defaultCapacityProviderStrategy: ['capacityProvider'],
  loadBalancers: ['targetGroupArn|loadBalancerName'],
  serviceRegistries: ['registryArn'],
  lifecycleHooks: ['hookTargetArn'],
  services: ['portName'],
  vpcLatticeConfigurations: ['targetGroupArn'],
  settings: ['name'],
  tags: ['key|Key'],
  tagSpecifications: ['resourceType'],
  add: 'set',
  drop: 'set',
  alarmNames: 'set',
  capacityProviders: 'set',
  ignoredExitCodes: 'set',
  links: 'set',
  placementConstraints: 'set',
  requiresCompatibilities: 'set',
  securityGroups: 'set',
  subnets: 'set',
  traits: 'set',
  // Load balancers and target groups
  Attributes: ['Key'],
  Certificates: ['CertificateArn'],
  Listeners: ['Port|LoadBalancerPort'],
  Rules: ['Name|Priority'],
  SubnetMappings: ['SubnetId'],
  TargetGroups: ['TargetGroupArn'],
  SecurityGroups: 'set',
  Subnets: 'set',
  // Network, storage, identity
  AccessPoints: ['ClientToken'],
  AddReplicaRegions: ['Region'],
  AttributeDefinitions: ['AttributeName'],
  AvailabilityZoneAddresses: ['AvailabilityZone|AvailabilityZoneId'],
  BlockDeviceMappings: ['DeviceName'],
  Dimensions: ['Name'],
  GlobalSecondaryIndexes: ['IndexName'],
  LocalSecondaryIndexes: ['IndexName'],
  MountTargets: ['SubnetId'],
  Overrides: ['InstanceType'],
  Policies: ['PolicyName'],
  Routes: ['DestinationCidrBlock|DestinationIpv6CidrBlock|DestinationPrefixListId'],
  Statement: ['Sid'],
  Tags: ['Key'],
  TagSpecifications: ['ResourceType'],
  ManagedPolicyArns: 'set',
  RouteTableIds: 'set',
  SecurityGroupEgress: 'set',
  SecurityGroupIds: 'set',
  SecurityGroupIngress: 'set',
  SubnetIds: 'set',
  VpcSecurityGroupIds: 'set',
  AvailabilityZones: 'set',
  // EKS and its neighbours
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  rules: ['host'],
  paths: ['path'],
  ports: ['containerPort', 'protocol'],
  volumeMounts: ['mountPath'],
  selectors: ['namespace'],
  taints: ['key', 'effect'],
  instanceTypes: 'set',
  publicAccessCidrs: 'set',
  securityGroupIds: 'set',
  subnetIds: 'set',
}
