/**
 * Which resource of Terraform's stands for an element, and where its arguments are not simply AWS's members in Terraform's
 * spelling. Both directions read this table.
 */
import { type Counterpart, of, under } from './counterpart'
import { loadBalancer } from './load-balancer'
import type { TerraformType } from './resource-types'

const fsx = (type: TerraformType, configuration: string, rest: Partial<Counterpart> = {}): Counterpart =>
  of(type, {
    ...rest,
    names: {
      [`/${configuration}`]: '',
      [`/${configuration}/FsxAdminPassword`]: '/fsx_admin_password',
      [`/${configuration}/SelfManagedActiveDirectoryConfiguration`]: '/self_managed_active_directory',
      [`/${configuration}/AuditLogConfiguration`]: '/audit_log_configuration',
      '/SecurityGroupIds': '/security_group_ids',
      ...rest.names,
    },
    implied: ['/FileSystemType', '/ClientRequestToken'],
  })

const scalingPolicy = of('aws_appautoscaling_policy', {
  names: { '/PolicyName': '/name' },
  implied: ['/MinCapacity', '/MaxCapacity'],
})

/** By the kind of element: the resource of its own call. */
export const counterparts: Readonly<Record<string, Counterpart>> = {
  'application-load-balancer': loadBalancer,
  'gateway-load-balancer': loadBalancer,
  'network-load-balancer': loadBalancer,
  'auto-scaling-group': of('aws_autoscaling_group', {
    names: {
      '/AutoScalingGroupName': '/name',
      '/NewInstancesProtectedFromScaleIn': '/protect_from_scale_in',
      '/VPCZoneIdentifier': '/vpc_zone_identifier',
      '/LoadBalancerNames': '/load_balancers',
      '/TargetGroupARNs': '/target_group_arns',
      '/LaunchTemplate/LaunchTemplateId': '/launch_template/id',
      '/LaunchTemplate/LaunchTemplateName': '/launch_template/name',
      '/ServiceLinkedRoleARN': '/service_linked_role_arn',
      '/Tags': '/tag',
      ...under('/MixedInstancesPolicy/LaunchTemplate', '/mixed_instances_policy/launch_template', {
        Overrides: 'override',
        LaunchTemplateSpecification: 'launch_template_specification',
      }),
    },
    conversions: { '/VPCZoneIdentifier': 'comma-list', '/Tags': 'same' },
    implied: ['/Tags/ResourceId', '/Tags/ResourceType'],
  }),
  'capacity-provider': of('aws_ecs_capacity_provider', {
    names: under(
      '/managedInstancesProvider/instanceLaunchTemplate/instanceRequirements',
      '/managed_instances_provider/instance_launch_template/instance_requirements',
      {
        vCpuCount: 'vcpu_count',
        memoryMiB: 'memory_mib',
        memoryGiBPerVCpu: 'memory_gib_per_vcpu',
        acceleratorTotalMemoryMiB: 'accelerator_total_memory_mib',
        totalLocalStorageGB: 'total_local_storage_gb',
      },
    ),
  }),
  'classic-load-balancer': of('aws_elb', {
    names: {
      '/LoadBalancerName': '/name',
      '/Scheme': '/internal',
      '/Listeners': '/listener',
      '/Listeners/Protocol': '/listener/lb_protocol',
      '/Listeners/LoadBalancerPort': '/listener/lb_port',
      '/Listeners/SSLCertificateId': '/listener/ssl_certificate_id',
    },
    conversions: { '/Scheme': 'internal' },
  }),
  cluster: of('aws_ecs_cluster', {
    names: {
      '/clusterName': '/name',
      '/settings': '/setting',
      ...under(
        '/configuration/executeCommandConfiguration/logConfiguration',
        '/configuration/execute_command_configuration/log_configuration',
        { s3EncryptionEnabled: 's3_bucket_encryption_enabled' },
      ),
    },
  }),
  'codedeploy-deployment-group': of('aws_codedeploy_deployment_group', {
    names: {
      '/applicationName': '/app_name',
      '/loadBalancerInfo/targetGroupPairInfoList': '/load_balancer_info/target_group_pair_info',
      ...under('/loadBalancerInfo/targetGroupPairInfoList', '/load_balancer_info/target_group_pair_info', {
        targetGroups: 'target_group',
      }),
      '/blueGreenDeploymentConfiguration': '/blue_green_deployment_config',
      '/alarmConfiguration/alarms': '/alarm_configuration/alarms',
      '/ecsServices': '/ecs_service',
      '/triggerConfigurations': '/trigger_configuration',
    },
    conversions: { '/alarmConfiguration/alarms': 'names' },
  }),
  'container-instance': of('aws_instance', {
    names: {
      '/ImageId': '/ami',
      '/IamInstanceProfile': '',
      '/IamInstanceProfile/Name': '/iam_instance_profile',
      '/SecurityGroupIds': '/vpc_security_group_ids',
      '/Monitoring': '',
      '/Monitoring/Enabled': '/monitoring',
      '/Placement': '',
      '/BlockDeviceMappings': '/ebs_block_device',
      '/BlockDeviceMappings/Ebs': '/ebs_block_device',
      '/UserData': '/user_data_base64',
      '/LaunchTemplate/LaunchTemplateId': '/launch_template/id',
      '/LaunchTemplate/LaunchTemplateName': '/launch_template/name',
    },
    tagged: 'instance',
    implied: ['/MinCount', '/MaxCount'],
  }),
  'dynamodb-table': of('aws_dynamodb_table', {
    names: {
      '/TableName': '/name',
      '/AttributeDefinitions': '/attribute',
      '/AttributeDefinitions/AttributeName': '/attribute/name',
      '/AttributeDefinitions/AttributeType': '/attribute/type',
      '/ProvisionedThroughput': '',
      '/ProvisionedThroughput/ReadCapacityUnits': '/read_capacity',
      '/ProvisionedThroughput/WriteCapacityUnits': '/write_capacity',
      '/StreamSpecification': '',
      '/StreamSpecification/StreamEnabled': '/stream_enabled',
      '/StreamSpecification/StreamViewType': '/stream_view_type',
      '/SSESpecification': '/server_side_encryption',
      '/SSESpecification/Enabled': '/server_side_encryption/enabled',
      '/SSESpecification/KMSMasterKeyId': '/server_side_encryption/kms_key_arn',
      ...indexNames('/GlobalSecondaryIndexes', '/global_secondary_index'),
      ...indexNames('/LocalSecondaryIndexes', '/local_secondary_index'),
    },
  }),
  'ebs-volume': of('aws_ebs_volume', {
    names: { '/VolumeType': '/type', '/SnapshotId': '/snapshot_id' },
    tagged: 'volume',
  }),
  'ecr-repository': of('aws_ecr_repository', { names: { '/repositoryName': '/name' } }),
  'efs-file-system': of('aws_efs_file_system', { implied: ['/Backup'] }),
  'eks-cluster': of('aws_eks_cluster', {
    names: {
      '/resourcesVpcConfig': '/vpc_config',
      '/logging': '',
      '/logging/clusterLogging': '',
      '/logging/clusterLogging/types': '/enabled_cluster_log_types',
      '/kubernetesNetworkConfig': '/kubernetes_network_config',
    },
    implied: ['/logging/clusterLogging/enabled', '/clientRequestToken'],
  }),
  'eks-fargate-profile': of('aws_eks_fargate_profile', {
    names: {
      '/subnets': '/subnet_ids',
      '/podExecutionRoleArn': '/pod_execution_role_arn',
      '/selectors': '/selector',
    },
    implied: ['/clientRequestToken'],
  }),
  'eks-node-group': of('aws_eks_node_group', {
    names: {
      '/nodegroupName': '/node_group_name',
      '/nodeRole': '/node_role_arn',
      '/subnets': '/subnet_ids',
      '/launchTemplate/id': '/launch_template/id',
      '/taints': '/taint',
      '/scalingConfig': '/scaling_config',
      '/scalingConfig/minSize': '/scaling_config/min_size',
      '/scalingConfig/maxSize': '/scaling_config/max_size',
      '/remoteAccess/ec2SshKey': '/remote_access/ec2_ssh_key',
    },
    implied: ['/clientRequestToken'],
  }),
  'eks-pod-identity-association': of('aws_eks_pod_identity_association', {
    implied: ['/clientRequestToken'],
  }),
  'fsx-lustre': fsx('aws_fsx_lustre_file_system', 'LustreConfiguration'),
  'fsx-ontap': fsx('aws_fsx_ontap_file_system', 'OntapConfiguration'),
  'fsx-openzfs': fsx('aws_fsx_openzfs_file_system', 'OpenZFSConfiguration'),
  'fsx-windows': fsx('aws_fsx_windows_file_system', 'WindowsConfiguration'),
  'iam-role': of('aws_iam_role', {
    names: {
      '/RoleName': '/name',
      '/AssumeRolePolicyDocument': '/assume_role_policy',
      '/PermissionsBoundary': '/permissions_boundary',
      '/Policies': '/inline_policy',
      '/Policies/PolicyName': '/inline_policy/name',
      '/Policies/PolicyDocument': '/inline_policy/policy',
    },
    conversions: { '/AssumeRolePolicyDocument': 'json-text', '/Policies/PolicyDocument': 'json' },
  }),
  'instance-profile': of('aws_iam_instance_profile', {
    names: { '/InstanceProfileName': '/name', '/Roles': '/role' },
    conversions: { '/Roles': 'first' },
  }),
  'internet-gateway': of('aws_internet_gateway', { tagged: 'internet-gateway' }),
  'kinesis-stream': of('aws_kinesis_stream', {
    names: {
      '/StreamName': '/name',
      '/RetentionPeriodHours': '/retention_period',
      '/EncryptionType': '/encryption_type',
    },
  }),
  'log-group': of('aws_cloudwatch_log_group', { names: { '/logGroupName': '/name' } }),
  'nat-gateway': of('aws_nat_gateway', { tagged: 'natgateway', implied: ['/ClientToken'] }),
  'rds-database': of('aws_db_instance', {
    names: {
      '/DBInstanceIdentifier': '/identifier',
      '/DBInstanceClass': '/instance_class',
      '/DBName': '/db_name',
      '/DBParameterGroupName': '/parameter_group_name',
      '/MasterUsername': '/username',
      '/MasterUserPassword': '/password',
      '/MasterUserSecretKmsKeyId': '/master_user_secret_kms_key_id',
      '/ManageMasterUserPassword': '/manage_master_user_password',
      '/EnableIAMDatabaseAuthentication': '/iam_database_authentication_enabled',
      '/EnablePerformanceInsights': '/performance_insights_enabled',
      '/PerformanceInsightsKMSKeyId': '/performance_insights_kms_key_id',
      '/PreferredBackupWindow': '/backup_window',
      '/PreferredMaintenanceWindow': '/maintenance_window',
      '/EnableCloudwatchLogsExports': '/enabled_cloudwatch_logs_exports',
      '/CACertificateIdentifier': '/ca_cert_identifier',
    },
  }),
  's3-bucket': of('aws_s3_bucket', {
    names: {
      '/ObjectLockEnabledForBucket': '/object_lock_enabled',
      '/CreateBucketConfiguration/Tags': '/tags',
      '/CreateBucketConfiguration': '',
    },
    implied: ['/CreateBucketConfiguration/LocationConstraint'],
  }),
  'scaling-policy': scalingPolicy,
  secret: of('aws_secretsmanager_secret', { names: { '/AddReplicaRegions': '/replica' } }),
  'security-group': of('aws_security_group', {
    names: { '/GroupName': '/name' },
    tagged: 'security-group',
    implied: ['/SecurityGroupIngress', '/SecurityGroupEgress'],
  }),
  service: of('aws_ecs_service', {
    names: {
      '/serviceName': '/name',
      '/role': '/iam_role',
      '/placementStrategy': '/ordered_placement_strategy',
      ...under('/deploymentConfiguration', '', {
        minimumHealthyPercent: 'deployment_minimum_healthy_percent',
        maximumPercent: 'deployment_maximum_percent',
        deploymentCircuitBreaker: 'deployment_circuit_breaker',
        alarms: 'alarms',
      }),
      '/networkConfiguration/awsvpcConfiguration': '/network_configuration',
      '/loadBalancers/loadBalancerName': '/load_balancer/elb_name',
      '/serviceConnectConfiguration/services/clientAliases':
        '/service_connect_configuration/service/client_alias',
      '/serviceConnectConfiguration/services/tls/issuerCertificateAuthority':
        '/service_connect_configuration/service/tls/issuer_cert_authority',
      '/volumeConfigurations/managedEBSVolume/sizeInGiB':
        '/volume_configuration/managed_ebs_volume/size_in_gb',
      '/volumeConfigurations/managedEBSVolume/filesystemType':
        '/volume_configuration/managed_ebs_volume/file_system_type',
      '/enableECSManagedTags': '/enable_ecs_managed_tags',
    },
    conversions: { '/networkConfiguration/awsvpcConfiguration/assignPublicIp': 'enabled' },
    implied: ['/clientToken'],
  }),
  'sns-topic': of('aws_sns_topic', {
    names: under('/Attributes', '', {
      DisplayName: 'display_name',
      FifoTopic: 'fifo_topic',
      ContentBasedDeduplication: 'content_based_deduplication',
      KmsMasterKeyId: 'kms_master_key_id',
      Policy: 'policy',
      DeliveryPolicy: 'delivery_policy',
      TracingConfig: 'tracing_config',
      SignatureVersion: 'signature_version',
      FifoThroughputScope: 'fifo_throughput_scope',
      ArchivePolicy: 'archive_policy',
    }),
    conversions: { '/Attributes/Policy': 'json-text', '/Attributes/DeliveryPolicy': 'json-text' },
  }),
  'sqs-queue': of('aws_sqs_queue', {
    names: {
      '/QueueName': '/name',
      ...under('/Attributes', '', {
        VisibilityTimeout: 'visibility_timeout_seconds',
        MessageRetentionPeriod: 'message_retention_seconds',
        DelaySeconds: 'delay_seconds',
        MaximumMessageSize: 'max_message_size',
        ReceiveMessageWaitTimeSeconds: 'receive_wait_time_seconds',
        RedrivePolicy: 'redrive_policy',
        RedriveAllowPolicy: 'redrive_allow_policy',
        Policy: 'policy',
        FifoQueue: 'fifo_queue',
        ContentBasedDeduplication: 'content_based_deduplication',
        DeduplicationScope: 'deduplication_scope',
        FifoThroughputLimit: 'fifo_throughput_limit',
        SqsManagedSseEnabled: 'sqs_managed_sse_enabled',
        KmsMasterKeyId: 'kms_master_key_id',
        KmsDataKeyReusePeriodSeconds: 'kms_data_key_reuse_period_seconds',
      }),
    },
    conversions: {
      '/Attributes/RedrivePolicy': 'json-text',
      '/Attributes/RedriveAllowPolicy': 'json-text',
      '/Attributes/Policy': 'json-text',
    },
  }),
  'ssm-parameter': of('aws_ssm_parameter'),
  subnet: of('aws_subnet', { tagged: 'subnet', implied: ['/Routes'] }),
  'target-group': of('aws_lb_target_group', {
    names: {
      '/HealthCheckEnabled': '/health_check/enabled',
      '/HealthCheckProtocol': '/health_check/protocol',
      '/HealthCheckPort': '/health_check/port',
      '/HealthCheckPath': '/health_check/path',
      '/HealthCheckIntervalSeconds': '/health_check/interval',
      '/HealthCheckTimeoutSeconds': '/health_check/timeout',
      '/HealthyThresholdCount': '/health_check/healthy_threshold',
      '/UnhealthyThresholdCount': '/health_check/unhealthy_threshold',
      '/Matcher': '',
      '/Matcher/HttpCode': '/health_check/matcher',
      ...under('/Attributes', '', {
        'deregistration_delay.timeout_seconds': 'deregistration_delay',
        'deregistration_delay.connection_termination.enabled': 'connection_termination',
        'slow_start.duration_seconds': 'slow_start',
        'load_balancing.algorithm.type': 'load_balancing_algorithm_type',
        'load_balancing.algorithm.anomaly_mitigation': 'load_balancing_anomaly_mitigation',
        'load_balancing.cross_zone.enabled': 'load_balancing_cross_zone_enabled',
        'preserve_client_ip.enabled': 'preserve_client_ip',
        'proxy_protocol_v2.enabled': 'proxy_protocol_v2',
        'lambda.multi_value_headers.enabled': 'lambda_multi_value_headers_enabled',
        'stickiness.enabled': 'stickiness/enabled',
        'stickiness.type': 'stickiness/type',
        'stickiness.lb_cookie.duration_seconds': 'stickiness/cookie_duration',
        'stickiness.app_cookie.cookie_name': 'stickiness/cookie_name',
      }),
    },
    conversions: { '/Attributes/load_balancing.algorithm.anomaly_mitigation': 'same' },
    keyed: ['/Attributes'],
  }),
  'task-definition': of('aws_ecs_task_definition', {
    names: {
      '/containerDefinitions': '/container_definitions',
      '/volumes': '/volume',
      '/volumes/host': '/volume',
      '/volumes/host/sourcePath': '/volume/host_path',
      '/volumes/configuredAtLaunch': '/volume/configure_at_launch',
      '/proxyConfiguration/properties': '/proxy_configuration/properties',
    },
    conversions: { '/containerDefinitions': 'json', '/proxyConfiguration/properties': 'name-values' },
  }),
  vpc: of('aws_vpc', {
    names: { '/AmazonProvidedIpv6CidrBlock': '/assign_generated_ipv6_cidr_block' },
    tagged: 'vpc',
  }),
  'vpc-endpoint': of('aws_vpc_endpoint', {
    names: { '/PolicyDocument': '/policy' },
    conversions: { '/PolicyDocument': 'json-text' },
    tagged: 'vpc-endpoint',
  }),
  'web-acl': of('aws_wafv2_web_acl', {
    names: {
      '/VisibilityConfig/CloudWatchMetricsEnabled': '/visibility_config/cloudwatch_metrics_enabled',
      '/Rules': '/rule_json',
    },
    conversions: { '/Rules': 'json' },
  }),
}

function indexNames(member: string, block: string): Record<string, string> {
  return {
    ...under(member, block, {
      IndexName: 'name',
      Projection: '',
      'Projection/ProjectionType': 'projection_type',
      'Projection/NonKeyAttributes': 'non_key_attributes',
      ProvisionedThroughput: '',
      'ProvisionedThroughput/ReadCapacityUnits': 'read_capacity',
      'ProvisionedThroughput/WriteCapacityUnits': 'write_capacity',
    }),
    [member]: block,
  }
}
