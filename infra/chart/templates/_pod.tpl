{{/* What all pods have in common: the restricted profile of the Pod Security Standards, and no token of the cluster. */}}
{{- define "marketplace.pod" -}}
serviceAccountName: {{ if get . "migrating" }}default{{ else }}{{ include "marketplace.name" .root }}{{ end }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: {type: RuntimeDefault}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- with .root.Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
volumes:
  - name: temporary
    emptyDir: {sizeLimit: 512Mi}
  {{- if .root.Values.metrics.enabled }}
  - name: metrics
    emptyDir: {medium: Memory, sizeLimit: 64Mi}
  {{- end }}
  - name: secrets
    secret:
      secretName: {{ if get . "migrating" }}{{ include "marketplace.migrationSecret" .root }}{{ else }}{{ include "marketplace.secret" .root }}{{ end }}
      defaultMode: 0440
  - name: files
    {{- if and .root.Values.files.claim.enabled (not (get . "migrating")) }}
    persistentVolumeClaim:
      claimName: {{ .root.Values.files.claim.existing | default (printf "%s-files" (include "marketplace.name" .root)) }}
    {{- else }}
    emptyDir: {sizeLimit: {{ .root.Values.files.scratch }}}
    {{- end }}
{{- end -}}

{{/* What all containers have in common; secrets are files that the entrypoint reads, so that no description shows them. */}}
{{- define "marketplace.container" -}}
image: {{ include "marketplace.image" .root }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
envFrom:
  - configMapRef:
      name: {{ if get . "migrating" }}{{ include "marketplace.name" .root }}-migrate{{ else }}{{ include "marketplace.name" .root }}{{ end }}
{{- if .root.Values.metrics.enabled }}
env:
  - {name: PROMETHEUS_MULTIPROC_DIR, value: /var/run/marketplace-metrics}
  {{- if get . "listens" }}
  - {name: METRICS_LISTEN, value: "0.0.0.0:{{ .root.Values.metrics.workerPort }}"}
  {{- end }}
{{- end }}
volumeMounts:
  - {name: temporary, mountPath: /tmp}
  {{- if .root.Values.metrics.enabled }}
  - {name: metrics, mountPath: /var/run/marketplace-metrics}
  {{- end }}
  - {name: secrets, mountPath: /run/secrets, readOnly: true}
  - {name: files, mountPath: /var/lib/marketplace}
resources: {{- toYaml .resources | nindent 2 }}
{{- end -}}

{{/* Pods of one component on different machines, and in different zones where there are any. */}}
{{- define "marketplace.spread" -}}
topologySpreadConstraints:
{{- range $key := list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ $key }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "marketplace.selector" $ | nindent 8 }}
{{- end }}
{{- end -}}

{{/* Pods begin anew when what they were told changes. */}}
{{- define "marketplace.told" -}}
checksum/settings: {{ toJson .root.Values.settings | sha256sum }}
checksum/secret: {{ toJson .root.Values.secret.values | sha256sum }}
{{- with .root.Values.podAnnotations }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "marketplace.migrationSecret" -}}
{{- .Values.secret.existing | default (printf "%s-migrate" (include "marketplace.name" .)) -}}
{{- end -}}
