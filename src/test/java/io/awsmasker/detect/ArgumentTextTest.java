package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that stand behind a word in quotes: arguments of calls, items of lists, subscripts, defaults of placeholders. */
class ArgumentTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "os.environ[\"DB_PASSWORD\"] = \"VALUE\"¦mussel-beds¦PASSWORD",
                "$config['db']['password'] = 'VALUE';¦mussels¦PASSWORD",
                "os.environ[\"BUCKET\"] = \"VALUE\"¦musselbeds¦BUCKET",
                "os.getenv(\"DB_PASSWORD\", \"VALUE\")¦mussels¦PASSWORD",
                "ENV.fetch('DB_PASSWORD','VALUE')¦mussels¦PASSWORD",
                "props.setProperty(\"db.password\",^    \"VALUE\");¦mussels¦PASSWORD",
                "define('DB_PASSWORD', 'VALUE');¦mussels¦PASSWORD",
                "os.Getenv(\\\"BUCKET_NAME\\\", \\\"VALUE\\\")¦musselbeds¦BUCKET",
                "@Value(\"${db.password:VALUE}\")¦mussels¦PASSWORD",
                "image --key ${DB_PASSWORD:-VALUE}¦mussels¦PASSWORD",
                "get(url, auth=(\"ahab\", \"VALUE\"))¦mussels¦PASSWORD",
                "HTTPBasicAuth('ahab', 'VALUE')¦mussels¦PASSWORD",
                "smtp.login(\"ahab\", \"VALUE\")¦mussels¦PASSWORD",
                "DriverManager.getConnection(url, \"ahab\", \"VALUE\")¦mussels¦PASSWORD",
                "getConnection(\"jdbc:h2:mem\", \"ahab\", \"VALUE\")¦mussels¦PASSWORD",
                "CMD [\"sh\", \"--password\",\"VALUE\"]¦mussels¦PASSWORD",
                "[\\\"--password\\\",\\\"VALUE\\\"]¦mussels¦PASSWORD",
                "\"--password\",^      \"VALUE\"^¦mussels¦PASSWORD",
                "args:^  - --password^  - VALUE^  - --verbose¦mussels¦PASSWORD",
                "args:^  - \"--password\"^  - \"VALUE\"¦mussels¦PASSWORD",
                "args: [--user, ahab, --password, VALUE]¦musselbeds9¦PASSWORD",
                "args: [--password, \"VALUE\"]¦mussels¦PASSWORD",
                "[\"--password\", \"VALUE\"]¦-kQ2vLx9Tn¦PASSWORD",
                "exec.Command(\"mysql\", \"--password\", \"VALUE\")¦mussels¦PASSWORD",
                "[\"curl\", \"-u\", \"ahab:VALUE\"]¦mussels9¦PASSWORD",
                "\"[\\\"redis-cli\\\", \\\"-a\\\", \\\"VALUE\\\"]\"¦mussels9¦PASSWORD",
                "[\"mysql\", \"-uroot\", \"-VALUE\"]¦pmussels9¦PASSWORD",
                "psql -h db -U VALUE -c 'select 1'¦mussel_app¦DBUSER",
                "pg_dump -d \"VALUE\" -U $USER¦mussels_7¦DBNAME",
                "mysqldump -h db -u VALUE¦mussel_app¦DBUSER",
                "aws ecs update-service --service-name VALUE¦mussel-web¦ECS",
                "aws cloudwatch describe-alarms --alarm-names VALUE VALUE --region eu-west-1¦quay-a¦ALARM",
                "aws autoscaling x --auto-scaling-group-names \"VALUE\" \"VALUE\" | jq .¦quay-a¦ASG",
                "{\"Key\": \"aws:cloudformation:stack-name\", \"Value\": \"VALUE\"}¦harbour¦STACK",
                "{\"Value\": \"VALUE\", \"Key\": \"eks:nodegroup-name\"}¦quay-a¦NODEGROUP",
                "[\"sync\", \"--bucket\", \"VALUE\"]¦musselbeds¦BUCKET",
                "s3.upload_file(\"f.txt\", \"VALUE\", \"k/1\")¦musselbeds¦BUCKET",
                "s3.download_file('VALUE', 'k', 'f')¦musselbeds¦BUCKET",
                "<property name=\"hibernate.connection.password\">VALUE</property>¦mussels¦PASSWORD",
                "<entry key='password'>VALUE</entry>¦mussels¦PASSWORD",
                "DB_PASSWORD:^----^VALUE^^BinaryData^====^¦mussels¦PASSWORD",
                "BUCKET_NAME:^----^VALUE^^¦musselbeds¦BUCKET"
            })
    void holdsWhatItsWordSays(String text, String value, String type) {
        String lines = text.replace('^', '\n');
        assertEquals(lines.replace("VALUE", "<" + type + ">"), Texts.masked(lines.replace("VALUE", value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os.getenv(\"DB_PASSWORD\", \"\")",
                "os.getenv(\"DB_PASSWORD\", \"changeit\")",
                "os.getenv(\"DB_PASSWORD\", default_password)",
                "os.getenv(\"BUCKET\", \"bucket\")",
                "config['password'] = config['password2']",
                "kwargs['endpoint_name'] = partition_endpoint9",
                "if cfg[\"password\"] == \"mussels9\":",
                "[\"--password\", \"$PASSWORD\"]",
                "[\"--password\", \"--verbose\"]",
                "[\"pip\", \"install\", \"--user\", \"setuptools\"]",
                "@click.option(\"--password\", \"password_file\")",
                "parser.add_argument('--password', 'secret_file')",
                "args: [--password, --verbose]",
                "psql -h db -U app -d shop",
                "[1] use --user, --password, --token and such]",
                "use --user, --password, or others]",
                "ls \"-la\", \"-u\", \"x:y\"",
                "args:^  - --password^  - $(DB_PASSWORD)",
                "args:^  - --password^  - --verbose",
                "label(\"password\", \"Kennwort\")",
                "t(\"password\", \"Enter your password here please\")",
                "auth=(user, password)",
                "login(\"ahab\", \"Sign in\", 7)",
                "${DB_PASSWORD:?missing-9} ${DB_PASSWORD:-$OTHER} ${DB_PASSWORD:}",
                "`${bucket.name:x-9}` ${user:ahab}",
                "ftp.upload_file(\"f.txt\", \"musselbeds\", \"k/1\")",
                "<string name=\"user_name\">Benutzer</string>",
                "<string name=\"password\">Kennwort</string>",
                "<property name=\"password\">${db.password}</property>",
                "name = \"db_password\"^value = var.db_password"
            })
    void isNotFullOfValues(String text) {
        String lines = text.replace('^', '\n');
        assertEquals(lines, Texts.masked(lines));
    }
}
