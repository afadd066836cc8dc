#!/usr/bin/env bash
# Looks at what deploys Peil: the container file (hadolint), the manifests as kubectl renders them against the schemas of
# Kubernetes, and that the names which must agree do. Nothing is started, and no cluster is asked.
#   jobs/src/test/deploy/check.sh
# Needs python3 with venv and a package index for the tools, which are kept in jobs/target, and kubectl, which makes no connection.
set -euo pipefail

home=$(cd "$(dirname "$0")/../../../.." && pwd)
tools=$home/jobs/target/deploy-tools
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "check.sh: $1" >&2
  exit 1
}

command -v kubectl >/dev/null || fail "kubectl is needed to render the manifests, and not on the PATH"
if [ ! -f "$tools/complete" ]; then
  command -v python3 >/dev/null || fail "python3 is needed for the tools, and not on the PATH"
  rm -rf "$tools"
  mkdir -p "$(dirname "$tools")"
  python3 -m venv "$tools" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "python3 could not make an environment; see above"; }
  "$tools/bin/pip" install -q -r "$(dirname "$0")/requirements.txt" >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; fail "pip could not fetch the tools; see above"; }
  touch "$tools/complete"
fi

"$tools/bin/hadolint" "$home/deploy/container/Containerfile"
echo "Containerfile: nothing to remark"

for variant in base spark; do
  kubectl kustomize "$home/deploy/kubernetes/$variant" >"$work/$variant.yaml"
  # The oldest version with all that is used in stable form, and a recent one
  for version in 1.31 1.37; do
    "$tools/bin/kubernetes-validate" -k "$version" --strict "$work/$variant.yaml" >"$work/log" 2>&1 ||
      { cat "$work/log" >&2; fail "deploy/kubernetes/$variant does not fit Kubernetes $version; see above"; }
    echo "deploy/kubernetes/$variant: $(grep -c passed "$work/log") resources fit Kubernetes $version"
  done
done
"$tools/bin/kubernetes-validate" --strict "$home/deploy/kubernetes/spark/executor.yaml" >"$work/log" 2>&1 ||
  { cat "$work/log" >&2; fail "executor.yaml does not fit; see above"; }
echo "executor.yaml: fits"

# Names that must agree, and that no schema knows
"$tools/bin/python" - "$work/spark.yaml" <<'PYTHON'
import sys, yaml

objects = {}
for each in yaml.safe_load_all(open(sys.argv[1])):
    objects[each["kind"], each["metadata"]["name"]] = each
job = objects["CronJob", "peil"]["spec"]["jobTemplate"]["spec"]
template = job["template"]
pod = template["spec"]
container = pod["containers"][0]
settings = dict(
    line.split(None, 1)
    for line in objects["ConfigMap", "peil-spark"]["data"]["spark-defaults.conf"].splitlines()
    if line and not line.startswith("#"))
problems = []

def check(what, expected, found):
    if expected != found:
        problems.append(f"{what}: expected {expected!r}, found {found!r}")

service = objects["Service", "peil-driver"]
check("selector of the service of the driver", template["metadata"]["labels"], service["spec"]["selector"])
check("spark.driver.host", f"peil-driver.{service['metadata']['namespace']}.svc", settings["spark.driver.host"])
ports = {str(p["port"]) for p in service["spec"]["ports"]}
check("ports of the driver", {settings["spark.driver.port"], settings["spark.driver.blockManager.port"]}, ports)
check("namespace", objects["Namespace", "peil"]["metadata"]["name"], settings["spark.kubernetes.namespace"])
check("image", container["image"], next(e["value"] for e in container["env"] if e["name"] == "PEIL_IMAGE"))
check("service account", objects["RoleBinding", "peil-driver"]["subjects"][0]["name"], pod["serviceAccountName"])
claims = {v["name"]: v.get("persistentVolumeClaim", {}).get("claimName") for v in pod["volumes"]}
for mount in container["volumeMounts"]:
    claim = claims[mount["name"]]
    if claim:
        if ("PersistentVolumeClaim", claim) not in objects:
            problems.append(f"no claim {claim}")
        prefix = f"spark.kubernetes.executor.volumes.persistentVolumeClaim.{mount['name']}."
        check(prefix + "mount.path", mount["mountPath"], settings.get(prefix + "mount.path"))
        check(prefix + "options.claimName", claim, settings.get(prefix + "options.claimName"))
for problem in problems:
    print("deploy/kubernetes/spark: " + problem, file=sys.stderr)
sys.exit(bool(problems))
PYTHON
echo "deploy/kubernetes/spark: names agree"
