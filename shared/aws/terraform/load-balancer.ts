import { of, under } from './counterpart'

/** Application, network and gateway load balancers; their attributes, set by another call in AWS, are arguments here. */
export const loadBalancer = of('aws_lb', {
  names: {
    '/Type': '/load_balancer_type',
    '/Scheme': '/internal',
    ...under('/SubnetMappings', '/subnet_mapping', {
      PrivateIPv4Address: 'private_ipv4_address',
      IPv6Address: 'ipv6_address',
    }),
    ...under('/LoadBalancerAttributes', '', {
      'deletion_protection.enabled': 'enable_deletion_protection',
      'load_balancing.cross_zone.enabled': 'enable_cross_zone_load_balancing',
      'access_logs.s3.enabled': 'access_logs/enabled',
      'access_logs.s3.bucket': 'access_logs/bucket',
      'access_logs.s3.prefix': 'access_logs/prefix',
      'connection_logs.s3.enabled': 'connection_logs/enabled',
      'connection_logs.s3.bucket': 'connection_logs/bucket',
      'connection_logs.s3.prefix': 'connection_logs/prefix',
      'idle_timeout.timeout_seconds': 'idle_timeout',
      'client_keep_alive.seconds': 'client_keep_alive',
      'routing.http.desync_mitigation_mode': 'desync_mitigation_mode',
      'routing.http.drop_invalid_header_fields.enabled': 'drop_invalid_header_fields',
      'routing.http.preserve_host_header.enabled': 'preserve_host_header',
      'routing.http.x_amzn_tls_version_and_cipher_suite.enabled':
        'enable_tls_version_and_cipher_suite_headers',
      'routing.http.xff_client_port.enabled': 'enable_xff_client_port',
      'routing.http.xff_header_processing.mode': 'xff_header_processing_mode',
      'routing.http2.enabled': 'enable_http2',
      'waf.fail_open.enabled': 'enable_waf_fail_open',
      'zonal_shift.config.enabled': 'enable_zonal_shift',
      'dns_record.client_routing_policy': 'dns_record_client_routing_policy',
    }),
  },
  conversions: { '/Scheme': 'internal' },
  keyed: ['/LoadBalancerAttributes'],
})
