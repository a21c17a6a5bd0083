package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of AWS's services call their things, and the same words where programs mean something else by them. */
class ServiceAnswersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"OptOutListName\": \"lanternquay\"}¦{\"OptOutListName\": \"<RES>\"}",
                "{\\\"flowDefinitionName\\\":\\\"drumlin\\\"}¦{\\\"flowDefinitionName\\\":\\\"<SAGEMAKER>\\\"}",
                "RestoreTestingSelectionName: harbour-nightly¦RestoreTestingSelectionName: <BACKUP>",
                "aws athena batch-get-prepared-statement --prepared-statement-names quay mussel¦aws athena batch-get-prepared-statement --prepared-statement-names <ATHENA> <ATHENA>",
                "aws cognito-idp create-user-pool --pool-name lantern-users¦aws cognito-idp create-user-pool --pool-name <COGNITO>",
                "terminology_names = [\"pewter\", \"thicket\"]¦terminology_names = [\"<RES>\", \"<RES>\"]",
                "{\"vpcName\": \"harbour\", \"subnetName\": \"quay-a\"}¦{\"vpcName\": \"<VPC>\", \"subnetName\": \"<SUBNET>\"}",
                "{\"ByteMatchSet\": {\"Name\": \"drumlin\"}}¦{\"ByteMatchSet\": {\"Name\": \"<RES>\"}}",
                "{\"StorageVirtualMachines\": [{\"Name\": \"mussel\"}]}¦{\"StorageVirtualMachines\": [{\"Name\": \"<SVM>\"}]}",
                "{\\\"CapacityReservation\\\":{\\\"Name\\\":\\\"thicket\\\"}}¦{\\\"CapacityReservation\\\":{\\\"Name\\\":\\\"<RES>\\\"}}",
                "{\"HostedZone\": {\"Id\": \"/hostedzone/Z1OX3WQ7EXMPL\", \"Name\": \"lantern-quay.net.\"}}¦{\"HostedZone\": {\"Id\": \"/hostedzone/<ZONE>\", \"Name\": \"<DOMAIN>.\"}}",
                "{\"ResourceRecordSets\": [{\"Name\": \"mussel.lantern-quay.net.\", \"Type\": \"A\"}]}¦{\"ResourceRecordSets\": [{\"Name\": \"<DOMAIN>.\", \"Type\": \"A\"}]}"
            })
    void holdNames(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"AutoMLJobName\": \"drumlin\"}¦{\"AutoMLJobName\": \"<JOB>\"}",
                "{\"DomainIAMRoleName\": \"pewter\"}¦{\"DomainIAMRoleName\": \"<ROLE>\"}",
                "{\\\"NewTenantDBName\\\":\\\"harbour\\\"}¦{\\\"NewTenantDBName\\\":\\\"<DBNAME>\\\"}",
                "{\"DBShardGroupIdentifier\": \"quay-shards\"}¦{\"DBShardGroupIdentifier\": \"<RDS>\"}",
                "ETLJobName: kestrel-7¦ETLJobName: <JOB>",
                "{\"VirtualMFADeviceName\": \"gudrun\"}¦{\"VirtualMFADeviceName\": \"<MFA>\"}"
            })
    void beginWordsBehindAcronyms(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"agentId\": \"QUAY7L2M9X\"}¦{\"agentId\": \"<AGENT>\"}",
                "{\\\"botId\\\":\\\"LANT3RN9QX\\\"}¦{\\\"botId\\\":\\\"<AGENT>\\\"}",
                "aws lexv2-models describe-bot --bot-id LANT3RN9QX¦aws lexv2-models describe-bot --bot-id <AGENT>",
                "dataSourceId: MUSS3L0Q7Z¦dataSourceId: <AGENT>",
                "{\"usagePlanId\": \"7quay2\"}¦{\"usagePlanId\": \"<APIGW>\"}",
                "{\"originAccessControlId\": \"E1OX3WQ7K2MPL\"}¦{\"originAccessControlId\": \"<CFDIST>\"}",
                "{\"HandshakeId\": \"h-quay7lantern\"}¦{\"HandshakeId\": \"<ORG>\"}",
                "{\"jobID\": \"drsjob-2e86f7d2f56bed344\"}¦{\"jobID\": \"<RES>\"}",
                "see fleet-9f86d081884c7d659a2feaa0c55ad015¦see <RES>",
                "{\"workspaceId\": \"g-7e9e93b9ea\"}¦{\"workspaceId\": \"<RES>\"}",
                "{\"DomainId\": \"d-quay7lantern\"}¦{\"DomainId\": \"<RES>\"}",
                "{\"BackupId\": \"backup-jjbfeac6fia\"}¦{\"BackupId\": \"<BACKUP>\"}"
            })
    void holdIds(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"agentId\": \"code-reviewer\", \"botId\": \"1234567890\", \"flowId\": \"checkout\"}",
                "{\"agentId\": \"TSTALIASID\", \"dataSourceId\": \"QUAY7L2M9XABC\"}",
                "{\"agentId\": \"AGENT00001\", \"flowId\": \"ORDERFLOW1\"}",
                "see session-9f86d081884c7d659a2feaa0c55ad015, task-9f86d081884c7d659a2feaa0c55ad015, dc-1699999999",
                "{\"authorizerId\": \"jwt\", \"usagePlanId\": \"basic\"}",
                "{\"policyId\": \"p-FullAWSAccess\"}",
                "{\"policyId\": \"p-FullAWSAccess\", \"domainId\": \"default\"}",
                "{\"jobId\": \"7c1d3f60-52a4-4b6e-9f0d-2a1b3c4d5e6f\", \"requestId\": \"7c1d3f60-52a4-4b6e-9f0d-2a1b3c4d5e6f\"}",
                "{\"appId\": \"7c1d3f60-52a4-4b6e-9f0d-2a1b3c4d5e6f\", \"versionId\": \"7c1d3f60-52a4-4b6e-9f0d-2a1b3c4d5e6f\"}",
                "{\"AcceleratorNames\": [\"a100\", \"v100\", \"radeon-pro-v520\"]}",
                "{\"webhook\": {\"lastModifiedSecret\": \"2026-03-01T08:00:00+00:00\"}}",
                "{\"ACLName\": \"open-access\"}",
                "{\"DeploymentConfigName\": \"CodeDeployDefault.AllAtOnce\"}"
            })
    void holdConstants(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"datasets\": [{\"name\": \"iris\"}], \"jobs\": [{\"name\": \"build-and-test\"}]}",
                "{\"rules\": [{\"name\": \"no-unused-vars\"}], \"dimensions\": [{\"name\": \"width\"}]}",
                "{\"workflow\": {\"name\": \"CI\"}, \"table\": {\"name\": \"users\", \"columns\": [{\"name\": \"id\"}]}}",
                "{\"images\": [{\"name\": \"nginx\"}], \"volumes\": [{\"name\": \"config-volume\"}]}",
                "{\"models\": [{\"name\": \"claude-opus-4-1\"}], \"modelName\": \"gpt-4-turbo\"}",
                "{\"templateName\": \"user-profile\", \"stageName\": \"pre-production\", \"branchName\": \"feature-x\"}",
                "{\"packageName\": \"left-pad\", \"licenseName\": \"apache-2.0\", \"imageName\": \"nginx-unprivileged\"}",
                "{\"namespaceName\": \"kube-system\", \"serviceAccountName\": \"cluster-autoscaler\", \"addonName\": \"vpc-cni\"}",
                "{\"channelName\": \"stable\", \"profileName\": \"quay-hd\", \"reportName\": \"Weekly\", \"catalogName\": \"AwsDataCatalog\"}",
                "{\"metricName\": \"cpu-usage\", \"attributeName\": \"user-agent\", \"headerName\": \"x-api-key\", \"columnName\": \"order-id\"}",
                "HTTPStatusName: not-found and XMLElementName: top-level-element",
                "{\"policyId\": \"require-labels\", \"channelName\": \"ops-alerts\", \"connectorName\": \"debezium-mysql\"}",
                "client.get(collection_name=\"my-documents\"); mapName: world-map; vm_name: web-01",
                "{\"canary\": {\"name\": \"daily\"}} the daily run",
                "UITable: data-grid, HTMLTable = \"x-table\", APIStack: node-express",
                "const flowName = computeName(channelName);"
            })
    void areOtherThingsInPrograms(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "ByteMatchSet:\\n  Name: quay-7\\n  ByteMatchTuples: []¦ByteMatchSet:\\n  Name: <RES>\\n  ByteMatchTuples: []",
                "Accelerators:\\n- Id: x\\n  Name: kestrel-9\\n- Name: mussel-2\\n¦Accelerators:\\n- Id: x\\n  Name: <RES>\\n- Name: <RES>\\n",
                "storage_virtual_machine:\\n  name: drumlin-4\\n¦storage_virtual_machine:\\n  name: <SVM>\\n",
                "|  DescribeX  |\\n+-----+\\n| ClusterName |\\n+-----+\\n| harbour |\\n| pewter |\\n+-----+\\n¦|  DescribeX  |\\n+-----+\\n| ClusterName |\\n+-----+\\n| <CLUSTER> |\\n| <CLUSTER> |\\n+-----+\\n",
                "|  ListTables  |\\n+-----+\\n||  TableNames  ||\\n|+-----+|\\n||  harbour  ||\\n||  quay  ||\\n|+-----+|\\n||  Tags  ||\\n|+-----+|\\n||  dev  ||\\n¦|  ListTables  |\\n+-----+\\n||  TableNames  ||\\n|+-----+|\\n||  <DDB>  ||\\n||  <DDB>  ||\\n|+-----+|\\n||  Tags  ||\\n|+-----+|\\n||  dev  ||\\n",
                "| ListX |\\n+---+\\n||  ByteMatchSets  ||\\n|+---+---+|\\n||  Id  |  Name  ||\\n|+---+---+|\\n||  7  |  mussel  ||\\n¦| ListX |\\n+---+\\n||  ByteMatchSets  ||\\n|+---+---+|\\n||  Id  |  Name  ||\\n|+---+---+|\\n||  7  |  <RES>  ||\\n",
                "| ListX |\\n+---+---+\\n| State | StudioName |\\n+---+---+\\n| on | quay-live |\\n| off | plain |\\n¦| ListX |\\n+---+---+\\n| State | StudioName |\\n+---+---+\\n| on | <RES> |\\n| off | plain |\\n",
                "|  GetX  |\\n+-----+\\n||  ByteMatchSet  ||\\n|+-----+|\\n||  Name  ||\\n|+-----+|\\n||  mussel  ||\\n¦|  GetX  |\\n+-----+\\n||  ByteMatchSet  ||\\n|+-----+|\\n||  Name  ||\\n|+-----+|\\n||  <RES>  ||\\n",
                "|  GetX  |\\n+-----+\\n|  StudioName  |\\n+-----+\\n|  quay-hub  |\\n+-----+\\n¦|  GetX  |\\n+-----+\\n|  StudioName  |\\n+-----+\\n|  <RES>  |\\n+-----+\\n",
                "|  ListX  |\\n+---+---+\\n||  HostedZones  ||\\n|+---+---+|\\n||  Id  |  Name  ||\\n|+---+---+|\\n||  7  |  lantern-quay.net.  ||\\n¦|  ListX  |\\n+---+---+\\n||  HostedZones  ||\\n|+---+---+|\\n||  Id  |  Name  ||\\n|+---+---+|\\n||  7  |  <DOMAIN>.  ||\\n"
            })
    void holdNamesInYamlAndTables(String text, String masked) {
        assertEquals(masked.replace("\\n", "\n"), Texts.masked(text.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pipeline:\n  name: build-and-test\n",
                "authorizer:\n  name: jwt-auth\n",
                "trafficPolicy:\n  loadBalancer:\n    simple: ROUND_ROBIN\n",
                "canary:\n  steps:\n  - name: warm-up\n",
                "| Topic | Page |\n|---|---|\n| error-handling | 7 |\n",
                "| Function | Stack |\n|---|---|\n| parse-args | next.js |\n",
                "| Notes |\n+---+\n| dev-only |\n",
                "|  Table Name  |\n|---|\n"
            })
    void areOtherThingsInYamlAndTables(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
