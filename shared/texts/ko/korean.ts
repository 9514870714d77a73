/** The Korean catalogue, joined of its parts. The app loads it only when it is wanted. */
import type { Catalogue } from '../translate'
import awsImports from './aws-imports.json'
import calls from './calls.json'
import cloudformation from './cloudformation.json'
import commandLine from './command-line.json'
import compare from './compare.json'
import compose from './compose.json'
import consequences from './consequences.json'
import copilot from './copilot.json'
import cost from './cost.json'
import desktop from './desktop.json'
import diagrams from './diagrams.json'
import elements from './elements.json'
import facts from './facts.json'
import figures from './figures.json'
import files from './files.json'
import fixes from './fixes.json'
import git from './git.json'
import graph from './graph.json'
import imports from './imports.json'
import kinds from './kinds.json'
import kubernetes from './kubernetes.json'
import merge from './merge.json'
import pictures from './pictures.json'
import report from './report.json'
import requestPaths from './request-paths.json'
import reviews from './reviews.json'
import architectureRules from './rules/architecture.json'
import clusterRules from './rules/cluster.json'
import containerRules from './rules/container.json'
import costRules from './rules/cost.json'
import deploymentRules from './rules/deployment.json'
import documentRules from './rules/document.json'
import eksRules from './rules/eks.json'
import iamRules from './rules/iam.json'
import imageRules from './rules/image.json'
import loadBalancingRules from './rules/load-balancing.json'
import loggingRules from './rules/logging.json'
import networkRules from './rules/network.json'
import scalingRules from './rules/scaling.json'
import schedulingRules from './rules/scheduling.json'
import secretsRules from './rules/secrets.json'
import securityRules from './rules/security.json'
import serviceRules from './rules/service.json'
import taskRules from './rules/task.json'
import volumeRules from './rules/volume.json'
import templates from './templates.json'
import terraform from './terraform.json'

/** Every part by itself, for tests. */
export const koreanParts: Readonly<Record<string, Catalogue>> = {
  'aws-imports': awsImports,
  calls,
  cloudformation,
  'command-line': commandLine,
  compare,
  compose,
  copilot,
  cost,
  consequences,
  desktop,
  diagrams,
  elements,
  facts,
  figures,
  files,
  fixes,
  git,
  graph,
  imports,
  kinds,
  kubernetes,
  merge,
  pictures,
  'request-paths': requestPaths,
  report,
  reviews,
  templates,
  terraform,
  'rules/architecture': architectureRules,
  'rules/cluster': clusterRules,
  'rules/container': containerRules,
  'rules/cost': costRules,
  'rules/deployment': deploymentRules,
  'rules/document': documentRules,
  'rules/eks': eksRules,
  'rules/iam': iamRules,
  'rules/image': imageRules,
  'rules/load-balancing': loadBalancingRules,
  'rules/logging': loggingRules,
  'rules/network': networkRules,
  'rules/scaling': scalingRules,
  'rules/scheduling': schedulingRules,
  'rules/secrets': secretsRules,
  'rules/security': securityRules,
  'rules/service': serviceRules,
  'rules/task': taskRules,
  'rules/volume': volumeRules,
}

export const korean: Catalogue = Object.assign({}, ...Object.values(koreanParts))
