{{/* A single node of a store, to try Millrace out: (dict "root" "store" "port" "user" "container" …). Its own file in stores/ says what it runs. */}}

{{- define "millrace.bundledStore" -}}
{{- $values := (index .root.Values .store).bundled }}
{{- $context := dict "root" .root "component" .store }}
apiVersion: v1
kind: Service
metadata:
  {{- include "millrace.metadata" $context | nindent 2 }}
spec:
  selector:
    {{- include "millrace.selector" $context | nindent 4 }}
  # A store that checks itself by its own name has to find it before it is ready.
  publishNotReadyAddresses: true
  ports:
    - { name: {{ .store }}, port: {{ .port }}, targetPort: {{ .store }} }
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  {{- include "millrace.metadata" $context | nindent 2 }}
spec:
  serviceName: {{ include "millrace.name" $context }}
  replicas: 1
  selector:
    matchLabels:
      {{- include "millrace.selector" $context | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "millrace.podLabels" $context | nindent 8 }}
    spec:
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: 60
      securityContext:
        {{- include "millrace.podSecurity" .user | nindent 8 }}
      {{- include "millrace.imagePull" .root | nindent 6 }}
      containers:
        - name: {{ .store }}
          image: {{ $values.image }}
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: { drop: [ALL] }
          resources:
            {{- toYaml $values.resources | nindent 12 }}
          ports:
            - { name: {{ .store }}, containerPort: {{ .port }} }
          {{- .container | nindent 10 }}
      {{- with .volumes }}
      volumes:
        {{- . | nindent 8 }}
      {{- end }}
  volumeClaimTemplates:
    {{- include "millrace.claim" (dict "name" "data" "storage" $values.storage) | nindent 4 }}
---
{{- if .root.Values.networkPolicy.enabled }}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "millrace.metadata" $context | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "millrace.selector" $context | nindent 6 }}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              {{- include "millrace.selector" (dict "root" .root) | nindent 14 }}
      ports:
        - { port: {{ .store }} }
{{- end }}
{{- end -}}

{{- define "millrace.claim" -}}
- metadata: { name: {{ .name }} }
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .storage.className }}
    storageClassName: {{ . }}
    {{- end }}
    resources: { requests: { storage: {{ .storage.size }} } }
{{- end -}}

{{/* Ready and alive by the same command. */}}
{{- define "millrace.probeCommand" -}}
readinessProbe:
  exec: { command: {{ toJson . }} }
  periodSeconds: 5
  timeoutSeconds: 5
livenessProbe:
  exec: { command: {{ toJson . }} }
  initialDelaySeconds: 60
  periodSeconds: 20
  timeoutSeconds: 10
  failureThreshold: 6
{{- end -}}

{{- define "millrace.storePassword" -}}
valueFrom: { secretKeyRef: { name: {{ include "millrace.fullname" .root }}-stores, key: {{ .store }}-password } }
{{- end -}}
