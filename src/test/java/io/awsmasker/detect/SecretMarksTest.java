package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets whose own key says nothing: a neighbour does, in front of them or behind. */
class SecretMarksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Parameter\":{\"Name\":\"x\",\"Type\":\"SecureString\",\"Value\":\"VALUE\"}}",
                "{\"Parameter\":{\"Name\":\"x\",\"Value\":\"VALUE\",\"Version\":2,\"Type\":\"SecureString\"}}",
                "[{\"Name\":\"x\",\"Type\":\"SecureString\",^  \"Value\":\"VALUE\"}]",
                "resource \"aws_ssm_parameter\" \"x\" {^  type  = \"SecureString\"^  value = \"VALUE\"^}",
                "Type: SecureString^Value: VALUE",
                "aws ssm put-parameter --type SecureString --value VALUE",
                "aws ssm put-parameter --value 'VALUE' \\^  --type SecureString",
                "PARAMETER\tx\ttext\t2024-05-06T10:00:00\tx\tSecureString\tVALUE\t3",
                "Auth: {NoEcho: true, Default: VALUE}",
                "  Auth:^    Type: String^    NoEcho: true^    Default: VALUE^",
                "  Auth:^    Default: VALUE^    NoEcho: \"true\"^",
                "\"Auth\": {\"NoEcho\": true, \"Default\": \"VALUE\"}",
                "variable \"auth\" {^  default = \"VALUE\"^  sensitive = true^}",
                "{\"auth\": {\"sensitive\": true, \"type\": \"string\", \"value\": \"VALUE\"}}",
                "{\"type\": \"random_password\", \"name\": \"x\", \"instances\": [{\"attributes\": {\"length\": 16, \"result\": \"VALUE\"}}]}"
            })
    void hideWhatTheyMark(String text) {
        String lines = text.replace('^', '\n');
        assertEquals(lines.replace("VALUE", "<PASSWORD>"), Texts.masked(lines.replace("VALUE", "cockle-shells")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Parameter\":{\"Name\":\"x\",\"Type\":\"String\",\"Value\":\"cockle-shells\"}}",
                "{\"Type\":\"SecureString\"},{\"Value\":\"cockle-shells\"}",
                "- Type: SecureString^- Value: cockle-shells",
                "{^  type  = \"SecureString\"^  value = var.shells_9^}",
                "aws ssm put-parameter --value cockle-shells --type String",
                "aws ssm put-parameter --value \"$SHELLS\" --type SecureString",
                "aws ssm put-parameter --type SecureString^aws x put --value cockle-shells",
                "  Auth:^    NoEcho: true^  Colour:^    Default: cockle-shells^",
                "variable \"auth\" {^  default = \"cockle-shells\"^  sensitive = false^}",
                "{\"resetPassword\": {\"result\": \"success\"}}",
                "{\"type\": \"random_id\", \"instances\": [{\"attributes\": {\"result\": \"cockle-shells\"}}]}"
            })
    void leaveTheRest(String text) {
        String lines = text.replace('^', '\n');
        assertEquals(lines, Texts.masked(lines));
    }
}
