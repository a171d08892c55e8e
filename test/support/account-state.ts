// What the control plane holds, as an outsider reads it.
type Json = Readonly<Record<string, unknown>>;

async function items(endpoint: string, path: string): Promise<Json[]> {
  const answer = (await (await fetch(`${endpoint}/v2/apis/${path}?maxResults=500`)).json()) as { items?: Json[] };
  return answer.items ?? [];
}

const byKey = (list: readonly Json[], id: string) => [...list].sort((a, b) => (String(a[id]) < String(b[id]) ? -1 : 1));

/** The API with its routes, integrations, responses and the deployments that its stages by hand run. */
export async function apiState(endpoint: string, apiId: string) {
  const routes = byKey(await items(endpoint, `${apiId}/routes`), 'routeId');
  const integrations = byKey(await items(endpoint, `${apiId}/integrations`), 'integrationId');
  const stages = byKey(await items(endpoint, `${apiId}/stages`), 'stageName');
  return {
    routes: await Promise.all(
      routes.map(async (route) => ({
        route,
        responses: await items(endpoint, `${apiId}/routes/${route['routeId']}/routeresponses`),
      })),
    ),
    integrations: await Promise.all(
      integrations.map(async (integration) => ({
        integration,
        responses: byKey(
          await items(endpoint, `${apiId}/integrations/${integration['integrationId']}/integrationresponses`),
          'integrationResponseId',
        ),
      })),
    ),
    stages: stages.map(({ stageName, autoDeploy, deploymentId }) => [
      stageName,
      autoDeploy ? 'automatic' : deploymentId,
    ]),
  };
}
