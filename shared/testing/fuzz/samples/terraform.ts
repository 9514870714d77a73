/** Terraform: configuration, what is shown of a plan, and a state. */

const service = `terraform {
  required_providers { aws = { source = "hashicorp/aws", version = "~> 6.0" } }
}
provider "aws" { region = var.region }
variable "region" { default = "eu-west-1" }
variable "password" {
  type      = string
  default   = "change-me"
  sensitive = true
}
locals {
  name   = "shop-\${var.region}"
  zones  = ["a", "b"]
  prefix = upper(format("%s-%d", local.name, 1))
}

# The cluster.
resource "aws_ecs_cluster" "shop" {
  name = local.name
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = jsonencode([{
    name         = "web"
    image        = "\${aws_ecr_repository.web.repository_url}:1"
    portMappings = [{ containerPort = 80 }]
    environment  = [for name in local.zones : { name = name, value = "x" }]
    secrets      = [{ name = "TOKEN", valueFrom = aws_secretsmanager_secret.token.arn }]
  }])
  volume {
    name = "data"
    efs_volume_configuration { file_system_id = "fs-0123456789abcdef0" }
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = aws_ecs_cluster.shop.id
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = var.region == "eu-west-1" ? 2 : 1
  launch_type     = "FARGATE"
  network_configuration {
    subnets         = aws_subnet.app[*].id
    security_groups = [aws_security_group.web.id]
  }
  lifecycle { ignore_changes = [desired_count] }
  depends_on = [aws_iam_role_policy.execution]
}

resource "aws_ecr_repository" "web" { name = "web" }
resource "aws_secretsmanager_secret" "token" { name = "token" }
resource "aws_subnet" "app" {
  count      = 2
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
}
resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_security_group" "web" {
  for_each = toset(["web"])
  vpc_id   = aws_vpc.main.id
  dynamic "ingress" {
    for_each = [80, 443]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
resource "aws_iam_role" "execution" {
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}
resource "aws_iam_role_policy" "execution" {
  role   = aws_iam_role.execution.id
  policy = <<-EOT
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ecr:*", "Resource": "*"}]}
  EOT
}
data "aws_iam_policy_document" "tasks" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}
output "cluster" { value = aws_ecs_cluster.shop.arn }
`

const network = `module "vpc" {
  source          = "terraform-aws-modules/vpc/aws"
  name            = "shop"
  cidr            = "10.0.0.0/16"
  azs             = ["eu-west-1a", "eu-west-1b"]
  public_subnets  = ["10.0.0.0/24", "10.0.1.0/24"]
  private_subnets = ["10.0.2.0/24", "10.0.3.0/24"]
  enable_nat_gateway = true
}
resource "aws_lb" "web" {
  name            = "web"
  subnets         = module.vpc.public_subnets
  security_groups = [aws_security_group.lb.id]
}
resource "aws_lb_target_group" "web" {
  port = 80
  protocol = "HTTP"
  vpc_id = module.vpc.vpc_id
  target_type = "ip"
  health_check { path = "/" }
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port = "80"
  default_action {
    type = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
resource "aws_lb_listener_rule" "api" {
  listener_arn = aws_lb_listener.web.arn
  action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = 404
    }
  }
  condition { path_pattern { values = ["/api/*"] } }
}
resource "aws_security_group" "lb" { name_prefix = "lb-" }
resource "aws_vpc_security_group_ingress_rule" "lb" {
  security_group_id = aws_security_group.lb.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}
resource "aws_route_table" "main" {
  vpc_id = module.vpc.vpc_id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
resource "aws_internet_gateway" "main" { vpc_id = module.vpc.vpc_id }
resource "aws_launch_template" "node" {
  image_id  = "ami-0123456789abcdef0"
  user_data = base64encode("echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config")
}
resource "aws_autoscaling_group" "nodes" {
  min_size = 1
  max_size = 3
  launch_template { id = aws_launch_template.node.id }
}
resource "aws_ecs_capacity_provider" "nodes" {
  name = "nodes"
  auto_scaling_group_provider { auto_scaling_group_arn = aws_autoscaling_group.nodes.arn }
}
resource "aws_appautoscaling_target" "web" {
  resource_id        = "service/shop/web"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
  min_capacity       = 1
  max_capacity       = 4
}
resource "aws_db_instance" "db" {
  engine   = "postgres"
  password = "hunter2"
}
resource "random_id" "x" { byte_length = 4 }
`

const plan = JSON.stringify({
  format_version: '1.2',
  terraform_version: '1.9.0',
  planned_values: {
    root_module: {
      resources: [
        {
          address: 'aws_ecs_cluster.shop',
          mode: 'managed',
          type: 'aws_ecs_cluster',
          name: 'shop',
          values: { name: 'shop', setting: [{ name: 'containerInsights', value: 'enabled' }] },
          sensitive_values: { setting: [{}] },
        },
        {
          address: 'aws_ecs_service.web["a"]',
          mode: 'managed',
          type: 'aws_ecs_service',
          name: 'web',
          index: 'a',
          values: {
            name: 'web',
            desired_count: 1,
            launch_type: 'FARGATE',
            network_configuration: [{ subnets: ['subnet-1'], assign_public_ip: false }],
          },
          sensitive_values: {},
        },
      ],
      child_modules: [
        {
          address: 'module.tasks[0]',
          resources: [
            {
              address: 'module.tasks[0].aws_ecs_task_definition.web',
              mode: 'managed',
              type: 'aws_ecs_task_definition',
              name: 'web',
              values: { family: 'web', container_definitions: '[{"name":"web","image":"nginx"}]' },
              sensitive_values: { container_definitions: true },
            },
          ],
        },
      ],
    },
  },
  resource_changes: [],
  configuration: {
    root_module: {
      resources: [
        {
          address: 'aws_ecs_service.web',
          expressions: {
            cluster: { references: ['aws_ecs_cluster.shop.id', 'aws_ecs_cluster.shop'] },
            network_configuration: [{ security_groups: { references: ['aws_security_group.web[0].id'] } }],
          },
        },
      ],
      module_calls: { tasks: { module: { resources: [] } } },
    },
  },
})

const state = JSON.stringify({
  version: 4,
  terraform_version: '1.9.0',
  serial: 3,
  outputs: {},
  resources: [
    {
      mode: 'managed',
      type: 'aws_ecs_cluster',
      name: 'shop',
      instances: [
        {
          attributes: {
            id: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
            arn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
            name: 'shop',
          },
          sensitive_attributes: [],
        },
      ],
    },
    {
      module: 'module.db',
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'this',
      instances: [
        {
          index_key: 0,
          attributes: {
            id: 'db-1',
            engine: 'postgres',
            password: 'hunter2',
            vpc_security_group_ids: ['sg-1'],
          },
          sensitive_attributes: [[{ type: 'get_attr', value: 'password' }]],
        },
      ],
    },
    {
      mode: 'managed',
      type: 'aws_security_group_rule',
      name: 'in',
      instances: [
        {
          index_key: 'web',
          attributes: {
            security_group_id: 'sg-1',
            type: 'ingress',
            from_port: 80,
            to_port: 80,
            protocol: 'tcp',
          },
        },
      ],
    },
    {
      mode: 'data',
      type: 'aws_region',
      name: 'current',
      instances: [{ attributes: { name: 'eu-west-1' } }],
    },
  ],
})

/** What an export keeps of resources that a design can't hold. */
const kept = `# resource "aws_sfn_state_machine" "x" {
#   name = "x"
# }
`

export const terraform: readonly string[] = [service, network, plan, state, kept]
