package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as AWS records and sends them: which of their members hold names, and which only look like it. */
class RecordedEventTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"eventName\":\"DeleteRule\",\"requestParameters\":{\"force\":false,\"name\":\"NightlyTides\"},\"responseElements\":null}¦{\"eventName\":\"DeleteRule\",\"requestParameters\":{\"force\":false,\"name\":\"<RES>\"},\"responseElements\":null}",
                "\"requestParameters\": { \"name\": \"mussel\", \"scope\": \"CLOUDFRONT\" }¦\"requestParameters\": { \"name\": \"<RES>\", \"scope\": \"CLOUDFRONT\" }",
                "\"requestParameters\":{\"rules\":[{\"name\":\"block-all\"}],\"name\":\"Mussel_Fleet\"}¦\"requestParameters\":{\"rules\":[{\"name\":\"block-all\"}],\"name\":\"<RES>\"}",
                "\"requestParameters\": {\"id\": \"1412018848038-nkomx0\"}¦\"requestParameters\": {\"id\": \"<RES>\"}",
                "{\\\"requestParameters\\\":{\\\"name\\\":\\\"quaySide\\\"}}¦{\\\"requestParameters\\\":{\\\"name\\\":\\\"<RES>\\\"}}",
                "requestParameters: { name: \"quaySide\" }¦requestParameters: { name: \"<RES>\" }",
                "\"requestParameters\":{\"Name\":\"Mooring\",\"ResourceQuery\":{\"Type\":\"TAG_FILTERS_1_0\"}}¦\"requestParameters\":{\"Name\":\"<RES>\",\"ResourceQuery\":{\"Type\":\"TAG_FILTERS_1_0\"}}"
            })
    void nameWhatWasAskedFor(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"requestParameters\": {\"filterSet\": {\"items\": [{\"name\": \"instance-type\"}]}}",
                "\"requestParameters\": {\"attribute\": \"userData\", \"value\": \"mooring\"}",
                "\"requestParameters\": {\"engine\": {\"name\": \"spark\"}}",
                "\"requestParameters\": null, \"name\": \"mooring\"",
                "\"requestParameters\": {\"limit\": 10}, \"name\": \"mooring\"",
                "\"requestParameters\": {\"integration.request.path.name\": \"method.request.path.name\"}",
                "\"requestParameters\": [{\"name\": \"mooring\", \"in\": \"query\"}]",
                "\"parameters\": {\"name\": \"mooring\"}",
                "\"currentState\": {\"code\": 0, \"name\": \"pending\"}",
                "\"requestParameters\": {\"name\": \"default\"}"
            })
    void nameNothingElse(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"userIdentity\":{\"principalId\":\"A2QUAY0T5OIU1V\"}}¦{\"userIdentity\":{\"principalId\":\"<IAMID>\"}}",
                "\"ownerIdentity\": {\"principalId\": \"A3HERON1KOZZQ\"}¦\"ownerIdentity\": {\"principalId\": \"<IAMID>\"}",
                "{\\\"principalId\\\":\\\"A2QUAY0T5OIU1V\\\"}¦{\\\"principalId\\\":\\\"<IAMID>\\\"}",
                "\"principalId\": \"AIDAENXB66KPBM22R4WCY:gudrun\"¦\"principalId\": \"<IAMID>:<SESSION>\"",
                "\"instanceRole\": \"quayInstanceRole\"¦\"instanceRole\": \"<ROLE>\"",
                "instance_role: quay-node-role¦instance_role: <ROLE>",
                "{\"taskRole\": \"mussel-task\", \"jobRole\": \"mussel-job-4\"}¦{\"taskRole\": \"<ROLE>\", \"jobRole\": \"<ROLE>\"}",
                "\"affectedEntities\": [{\"entityValue\": \"mussel-orders-db\"}]¦\"affectedEntities\": [{\"entityValue\": \"<RES>\"}]",
                "{\"apiKeyId\":\"qqvqzk33df\"}¦{\"apiKeyId\":\"<APIGW>\"}",
                "\"httpSourceName\": \"CF\", \"httpSourceId\": \"E2MUSSEL1H1234\"¦\"httpSourceName\": \"CF\", \"httpSourceId\": \"<CFDIST>\"",
                "{\"configurationRecorder\": {\"name\": \"mooring\"}}¦{\"configurationRecorder\": {\"name\": \"<RES>\"}}",
                "{\"deliveryChannel\": {\"name\": \"mooring\"}}¦{\"deliveryChannel\": {\"name\": \"<RES>\"}}",
                "\"activationKey\": \"QUAYX-1NDD0-P0IVU-PI259-DHK88\"¦\"activationKey\": \"<APIKEY>\"",
                "{\"networkId\":\"n-QUAY63ZJZU5HGNCMBQER7IN6OI\",\"nodeId\":\"nd-QUAY5VA43JGGNPXOUZP7Y47E4Y\"}¦{\"networkId\":\"<RES>\",\"nodeId\":\"<RES>\"}",
                "\"memberId\": \"m-QUAYCRRXJRCGRNNS4ES4XUUS5A\"¦\"memberId\": \"<RES>\"",
                "\"licenseId\": \"lic-9ab477f4b0a1b2c355f3ec08a5423f77\"¦\"licenseId\": \"<RES>\""
            })
    void haveMembersThatTellTheirType(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"principalId\": \"EX_PRINCIPAL_ID\"}",
                "{\"principalId\": \"anonymous\"}",
                "{\"principalId\": \"ANONYMOUSPRINCIPAL\"}",
                "{\"jobRole\": \"engineer\", \"taskRole\": \"Reviewer\"}",
                "{\"entityValue\": \"Paris\", \"entityType\": \"city\"}",
                "{\"apiKeyId\": \"-\"}",
                "{\"activationKey\": \"required\"}",
                "m-ABCDEFGHIJKLMNOPQRSTUVWXYZ and n-ABC-1",
                "{\"httpSourceName\": \"-\", \"httpSourceId\": \"-\"}",
                "https://redacted.awsapps.com/start/ of \"userId\": \"redacted\""
            })
    void haveMembersThatHoldNone(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
