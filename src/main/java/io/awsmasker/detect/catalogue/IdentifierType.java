package io.awsmasker.detect.catalogue;

import static io.awsmasker.detect.catalogue.Grammar.by;

import io.awsmasker.detect.catalogue.Grammar.Value;
import java.util.List;

/**
 * The catalogue of identifier types, which is one table: an entry says a type's token, its family, the words by which it is
 * found, examples and counter-examples. The recognisers' look-ups, the switches, the tests of each type and the document are
 * made from these entries, so that a new type is one entry.
 */
public enum IdentifierType implements FindingType {
    EC2(
            Family.EC2_INSTANCES,
            by().ids("i h8/17")
                    .keys("*instanceid")
                    .examples("i-04f0ba190d9a9551b", "i-5d378044")
                    .counterExamples(
                            "i-frame",
                            "i-5d37804",
                            "my_i-5d378044",
                            "i-04f0ba190d9a9551bc",
                            "i-deadbeef-1234-5678-9abc-def012345678")),
    MI(Family.EC2_INSTANCES, by().ids("mi h17").examples("mi-0300734f38fd43734")),
    RESV(Family.EC2_INSTANCES, by().ids("r h8/17d").examples("r-077a3ba68b6b6a9ad", "r-2c7e82c0")),
    AMI(
            Family.AMI_IMAGES,
            by().ids("ami h8/17", "aki h8", "ari h8")
                    .examples("ami-0818136f5a18182a9", "ami-ed65067d", "aki-d73d2de9", "ari-22ecf473")),
    AFI(Family.AMI_IMAGES, by().ids("afi h17", "agfi h17").examples("afi-09dbba13a8ea1d42e", "agfi-0541c3a9012c0f462")),
    VPC(
            Family.VPCS,
            by().ids("vpc h8/17")
                    .keys("*vpcname")
                    .holders("ec2vpcnet")
                    .examples("vpc-0cb5535e64cd2993e", "vpc-d43fecf5")
                    .counterExamples("vpc-1a2b3c", "aws_vpc.vpc-main")),
    SUBNET(
            Family.SUBNETS,
            by().ids("subnet h8/17").keys("*subnetname").examples("subnet-059b539ee935f9b2b", "subnet-596c8b22")),
    CIDRASSOC(
            Family.VPCS,
            by().ids("subnet-cidr-assoc h8/17", "vpc-cidr-assoc h8/17")
                    .examples(
                            "subnet-cidr-assoc-0140d46d9e035d7a8",
                            "subnet-cidr-assoc-97bac5cd",
                            "vpc-cidr-assoc-03ce845070a42196f",
                            "vpc-cidr-assoc-56e6d82c")),
    SCR(Family.VPCS, by().ids("scr h17").examples("scr-0ed3963adadb34e24")),
    SG(
            Family.SECURITY_GROUPS,
            by().ids("sg h8/17")
                    .examples("sg-02c9ea954b93856ce", "sg-3bc44c4a")
                    .counterExamples("sg-whatever", "sg-12345")),
    SGR(Family.SECURITY_GROUPS, by().ids("sgr h17").examples("sgr-09b9e930fa107d678")),
    ENI(Family.NETWORK_INTERFACES, by().ids("eni h8/17").examples("eni-046ffdca2373f4758", "eni-633dbad5")),
    ENIATT(
            Family.NETWORK_INTERFACES,
            by().ids("eni-attach h8/17", "ela-attach h8/17")
                    .examples(
                            "eni-attach-0a2c158a7b81a0db3",
                            "eni-attach-b6a2ae51",
                            "ela-attach-026c6692d97ba1e60",
                            "ela-attach-85464cc4")),
    ENIPERM(Family.NETWORK_INTERFACES, by().ids("eni-perm h17").examples("eni-perm-0deae6b4b204407c3")),
    TRUNK(Family.NETWORK_INTERFACES, by().ids("trunk-assoc h17").examples("trunk-assoc-06266f0cbd58c65b9")),
    EIP(
            Family.NETWORK_INTERFACES,
            by().ids("eipalloc h8/17").examples("eipalloc-0a9e6731e1a5ee04a", "eipalloc-cf443e88")),
    EIPASSOC(
            Family.NETWORK_INTERFACES,
            by().ids("eipassoc h8/17").examples("eipassoc-02cc15a403402cc6a", "eipassoc-9f6b7ee3")),
    VOL(Family.EBS_VOLUMES, by().ids("vol h8/17").examples("vol-03a7c46c53894198b", "vol-59bf13e1")),
    SNAP(
            Family.EBS_VOLUMES,
            by().ids("snap h8/17")
                    .examples("snap-0921fd59e8e753c9b", "snap-c193ec31")
                    .counterExamples("snap-20240131")),
    IGW(Family.GATEWAYS, by().ids("igw h8/17").examples("igw-00727bd0c2f1cbc61", "igw-ec8c2cbb")),
    EIGW(Family.GATEWAYS, by().ids("eigw h17").examples("eigw-046f65cfa333edd60")),
    CAGW(Family.GATEWAYS, by().ids("cagw h17").examples("cagw-049adc848e8ff5966")),
    NAT(Family.GATEWAYS, by().ids("nat h17").examples("nat-0a3a01a48782bafa5")),
    RTB(
            Family.VPCS,
            by().ids("rtb h8/17", "r-rtb h18-27")
                    .examples("rtb-09b539b39023f6b4a", "rtb-414a10f2", "r-rtb-09b539b39023f6b4a1080289494")),
    RTBASSOC(Family.VPCS, by().ids("rtbassoc h8/17").examples("rtbassoc-044b90b8a1d34407d", "rtbassoc-1fbc2426")),
    ACL(Family.VPCS, by().ids("acl h8/17").examples("acl-0f418f146b89d2256", "acl-89664c4e")),
    ACLASSOC(Family.VPCS, by().ids("aclassoc h8/17").examples("aclassoc-06107a2f0eb9864c9", "aclassoc-be3a00f6")),
    DOPT(Family.VPCS, by().ids("dopt h8/17").examples("dopt-0f11cf35cba979e6a", "dopt-adb59c3d")),
    PCX(Family.VPCS, by().ids("pcx h8/17").examples("pcx-06d45988daf241ed2", "pcx-35b48226")),
    VGW(Family.GATEWAYS, by().ids("vgw h8/17").examples("vgw-010476bb27603a3da", "vgw-f7cf1d63")),
    CGW(Family.GATEWAYS, by().ids("cgw h8/17").examples("cgw-032a5f2bd29db2f56", "cgw-5f532efa")),
    VPN(Family.GATEWAYS, by().ids("vpn h8/17").examples("vpn-059495896235944ad", "vpn-63301702")),
    CVPN(
            Family.GATEWAYS,
            by().ids("cvpn-endpoint h17", "cvpn-assoc h17", "cvpn-connection h17")
                    .examples(
                            "cvpn-endpoint-0ea0eddb8d66de55a",
                            "cvpn-assoc-0ad9b0b81a7c98243",
                            "cvpn-connection-07232112ebdde1fd8")),
    VPCE(Family.GATEWAYS, by().ids("vpce h8/17").examples("vpce-0cea3632932de1722", "vpce-05e7f045")),
    VPCESVC(
            Family.GATEWAYS,
            by().ids("vpce-svc h17", "vpce-svc-perm h17")
                    .examples("vpce-svc-0f89b38f0a883099b", "vpce-svc-perm-01b0d38bb4211eb53")),
    VPCENFN(Family.GATEWAYS, by().ids("vpce-nfn h17").examples("vpce-nfn-0d225175cb6872ba4")),
    VPCEASC(Family.GATEWAYS, by().ids("vpce-rsc-asc h17").examples("vpce-rsc-asc-0aeddeeff1f211a3a")),
    TGW(Family.GATEWAYS, by().ids("tgw h17").examples("tgw-0f461269e42b82997")),
    TGWATT(Family.GATEWAYS, by().ids("tgw-attach h17").examples("tgw-attach-02fea7b7f7ab038fc")),
    TGWRTB(
            Family.GATEWAYS,
            by().ids("tgw-rtb h17", "tgw-rtb-ann h17")
                    .examples("tgw-rtb-0c1a2b1f3963e11f0", "tgw-rtb-ann-027f77670d252cd97")),
    TGWCP(Family.GATEWAYS, by().ids("tgw-connect-peer h17").examples("tgw-connect-peer-048a1f98384d52d9e")),
    TGWMC(Family.GATEWAYS, by().ids("tgw-mcast-domain h17").examples("tgw-mcast-domain-083c4bfefa2f0ff9a")),
    TGWPTB(Family.GATEWAYS, by().ids("tgw-ptb h17").examples("tgw-ptb-064f38b48badc48a0")),
    LT(
            Family.EC2_INSTANCES,
            by().ids("lt h17")
                    .keys("*launchtemplatename")
                    .called("*launch template!")
                    .terraform("launch_template")
                    .blocks("launch_template", "launch_template_specification")
                    .examples("lt-02b88117766da5cfb")),
    KEYPAIR(
            Family.EC2_INSTANCES,
            by().ids("key h17")
                    .keys(
                            "*keypairname",
                            "keyname",
                            "*sshkeyname",
                            "publickeyname",
                            "*ec2keyname",
                            "*ec2keypair",
                            "*ec2sshkey",
                            "keypair")
                    .arns("ec2:key-pair")
                    .called("pair??", "*key pair!", "*keypair!")
                    .holders("ec2key")
                    .terraform("key_pair", "lightsail_key_pair")
                    .examples("key-08632539ddcdaa392")
                    .counterExamples("key-value")),
    PG(
            Family.EC2_INSTANCES,
            by().ids("pg h17")
                    .keys("*placementgroupname")
                    .arns("ec2:placement-group")
                    .terraform("placement_group")
                    .examples("pg-0e33ca4a4225eebe9")),
    PL(Family.VPCS, by().ids("pl h8/17d").keys("*prefixlistname").examples("pl-02c9a33f5d8376ccc", "pl-469d827a")),
    FLOWLOG(
            Family.VPCS,
            by().ids("fl h8/17d")
                    .examples("fl-0bc20f15e08a51fed", "fl-2d803906")
                    .counterExamples("fl-deadbeef")),
    HOSTID(Family.EC2_INSTANCES, by().ids("h h17").examples("h-01f8d0c41ed7ab13f")),
    HOSTRES(
            Family.EC2_INSTANCES,
            by().ids("hr h17", "hro h17").examples("hr-063704fadef88b20a", "hro-06e4e91d352f3a8f3")),
    CR(Family.EC2_INSTANCES, by().ids("cr h17").examples("cr-042e00cdbc01ea418")),
    CRF(Family.EC2_INSTANCES, by().ids("crf h17").examples("crf-0f313fc06df324413")),
    CB(Family.EC2_INSTANCES, by().ids("cb h17").examples("cb-046231c030d30c507")),
    SIR(Family.EC2_INSTANCES, by().ids("sir h8").examples("sir-c0fc20b6")),
    TASK(
            Family.EC2_INSTANCES,
            by().ids(
                            "bun h8",
                            "import-ami h8/17",
                            "import-snap h8/17",
                            "export-ami h17",
                            "replacevol h17",
                            "import-i n8",
                            "import-vol n8",
                            "export-i n8",
                            "sci u",
                            "import-task h32",
                            "rimod u")
                    .examples(
                            "bun-50345832",
                            "import-ami-0314bf54687c5ef25",
                            "import-ami-75a17797",
                            "import-snap-0b7c1f7f5fd3095f3",
                            "import-snap-add8ebdd",
                            "export-ami-0ddbbdef38319b366",
                            "replacevol-0604de6648d79a2d7",
                            "import-i-tfc003ki",
                            "rimod-347e694e-33ba-4edf-b6e8-abb3cee520ce")),
    IIPASSOC(Family.EC2_INSTANCES, by().ids("iip-assoc h17").examples("iip-assoc-0434fc62fda974336")),
    IEW(Family.EC2_INSTANCES, by().ids("iew h17").holders("instanceeventwindow").examples("iew-0a3c0b368e0644246")),
    IEVENT(Family.EC2_INSTANCES, by().ids("instance-event h17").examples("instance-event-0ca6a511cea2fc31e")),
    EICE(Family.EC2_INSTANCES, by().ids("eice h17").examples("eice-0b230b89c60ae6de1")),
    IPAM(
            Family.VPCS,
            by().ids(
                            "ipam h17",
                            "ipam-scope h17",
                            "ipam-pool h17",
                            "ipam-pool-alloc h17/32",
                            "ipam-pool-cidr h17/32",
                            "ipam-res-disco h17",
                            "ipam-res-disco-assoc h17",
                            "ipam-ext-res-ver-token h17")
                    .examples(
                            "ipam-06c91355b890de02e",
                            "ipam-scope-0fefde10f7115dd1f",
                            "ipam-pool-0245a15d0bd2ec80a",
                            "ipam-pool-alloc-0f203b9b9e5600b5e",
                            "ipam-pool-cidr-01df26ba00a8134fa",
                            "ipam-res-disco-0b07c83d1e3458e3d",
                            "ipam-res-disco-assoc-009ca93df45659942",
                            "ipam-ext-res-ver-token-00ea4390c15fed2bb")),
    IPPOOL(
            Family.VPCS,
            by().ids("ipv4pool-ec2 h17", "ipv6pool-ec2 h17")
                    .examples("ipv4pool-ec2-0ae2f28e525a0b1df", "ipv6pool-ec2-05e96a09141c9de84")),
    COIP(
            Family.VPCS,
            by().ids("ipv4pool-coip h17", "coip-pool h17")
                    .examples("ipv4pool-coip-004cc4aa4f1c9104f", "coip-pool-0d8aa534626c77c77")),
    LGW(
            Family.GATEWAYS,
            by().ids(
                            "lgw h17",
                            "lgw-rtb h17",
                            "lgw-vif h17",
                            "lgw-vif-grp h17",
                            "lgw-vif-grp-assoc h17",
                            "lgw-vpc-assoc h17")
                    .examples(
                            "lgw-038e616e37534957d",
                            "lgw-rtb-0790c14a48ad82a33",
                            "lgw-vif-023f0bc0784eee860",
                            "lgw-vif-grp-0fbe97592488cf259",
                            "lgw-vif-grp-assoc-03fd0c04d0dad8d1a",
                            "lgw-vpc-assoc-04c613fa81732e69a")),
    TM(
            Family.VPCS,
            by().ids("tmf h17", "tmfr h17", "tms h17", "tmt h17")
                    .examples(
                            "tmf-0ac0934e8a056e82c",
                            "tmfr-037032f1e23da6674",
                            "tms-0a19b21a8b376ab53",
                            "tmt-072a3f479b6f0d3a1")),
    NIA(
            Family.VPCS,
            by().ids("nip h17", "nia h17", "nis h17", "nisa h17")
                    .examples(
                            "nip-0ff55cd7b89baa7fb",
                            "nia-0ad8971a5fbfbb1bf",
                            "nis-049b0d9eb87852a77",
                            "nisa-0df9928e0681d540b")),
    VA(
            Family.GATEWAYS,
            by().ids("vai h17", "vagr h17", "vae h17", "vatp h17")
                    .examples(
                            "vai-032e850dbb6d120ac",
                            "vagr-06d1a7ef725608af3",
                            "vae-0c62cbcb6132ddcf7",
                            "vatp-079daf20d1f9720e4")),
    VPCBPA(Family.VPCS, by().ids("vpcbpa-exclude h17").examples("vpcbpa-exclude-029dddd4193042a31")),
    RTSRV(
            Family.VPCS,
            by().ids("rs h17", "rse h17", "rsp h17")
                    .examples("rs-07b2a3ce4d94369f0", "rse-0085bc8e6c15e9c90", "rsp-08b7d9b84fd7f9592")),
    FLEET(Family.EC2_INSTANCES, by().ids("fleet u").examples("fleet-57be6023-cd70-4a13-be62-c55217b68bab")),
    SFR(Family.EC2_INSTANCES, by().ids("sfr u").examples("sfr-57be6023-cd70-4a13-be62-c55217b68bab")),
    FS(
            Family.FILE_SYSTEMS,
            by().ids("fs h8/17d")
                    .holders("filesystems")
                    .hosts("efs", "fsx")
                    .examples("fs-c24c3e37c54b71556", "fs-02c9285076c5cabe8.efs.eu-west-1.amazonaws.com")
                    .counterExamples("fs-extra")),
    FSAP(Family.FILE_SYSTEMS, by().ids("fsap h8-40").examples("fsap-a1a0f358a418f6dd8")),
    FSMT(Family.FILE_SYSTEMS, by().ids("fsmt h8/17").examples("fsmt-5b56120400de52d2b")),
    FSVOL(
            Family.FILE_SYSTEMS,
            by().ids("fsvol h17-32", "fsvolsnap h17")
                    .examples("fsvol-555a6761d61591f94", "fsvolsnap-8c5c13c95d57af50f")),
    SVM(
            Family.FILE_SYSTEMS,
            by().ids("svm h17-32")
                    .holders("storagevirtualmachine")
                    .keys("*svmname")
                    .examples("svm-6d18329909db15385")),
    FC(Family.FILE_SYSTEMS, by().ids("fc h17").examples("fc-4d2a527d3f8886120")),
    DRA(Family.FILE_SYSTEMS, by().ids("dra h17").examples("dra-4d2a527d3f8886120")),
    BACKUP(
            Family.BACKUPS,
            by().ids("backup h17")
                    .keys(
                            "*backupplanname",
                            "*backupselectionname",
                            "*reportplanname",
                            "*restoretestingplanname",
                            "*restoretestingselectionname")
                    .vague("selectionname", "selectionid", "*backupname", "*backupid")
                    .arns("backup:backup-plan")
                    .terraform("backup_plan", "backup_selection", "backup_report_plan", "backup_restore_testing_plan")
                    .examples("backup-4d2a527d3f8886120")
                    .counterExamples("backup-1", "backup-operators")),
    VAULT(
            Family.BACKUPS,
            by().keys("*vaultname")
                    .arns("backup:*", "glacier:*")
                    .called("*backup vault!")
                    .terraform("backup_vault", "glacier_vault", "backup_logically_air_gapped_vault")
                    .console("backupvaults")
                    .examples("--backup-vault-name heron-nightly-3")),
    DATASYNC(
            Family.FILE_SYSTEMS,
            by().ids("task h17", "agent h17", "loc h17", "exec h17")
                    .arns("datasync:*")
                    .examples("loc-e1ffcd40d697ef704")
                    .counterExamples("task-force", "exec-path")),
    SSMMW(Family.SYSTEMS_MANAGER, by().ids("mw h17").examples("mw-53f981bd749f4d75f")),
    SSMPB(Family.SYSTEMS_MANAGER, by().ids("pb h17").examples("pb-cb3f8e1096bbdc5a1")),
    AUTOMATION(
            Family.SYSTEMS_MANAGER,
            by().ids("oi h12", "ri h12", "opsm h12")
                    .arns("ssm:automation-execution", "ssm:automation-definition", "ssm:opsitem")
                    .examples("oi-12ff216b178a")),
    SSMPARAM(
            Family.SYSTEMS_MANAGER,
            by().keys("parameter", "*parametername", "ssmparametername")
                    .called("parameter?", "*ssm parameter?")
                    .options("ssm")
                    .terraform("ssm_parameter")
                    .console("parameters")
                    .value(Value.ABSOLUTE)
                    .arns("ssm:*")
                    .examples("arn:aws:ssm:eu-west-1:897355541743:parameter/shop/db-url")),
    NETMGR(
            Family.GATEWAYS,
            by().ids(
                            "global-network h17",
                            "core-network h17",
                            "device h17",
                            "site h17",
                            "link h17",
                            "attachment h17",
                            "peering h17",
                            "connect-peer h17")
                    .arns("networkmanager:*")
                    .examples("core-network-f12bc0cd21c3605ec")
                    .counterExamples("device-mapper", "site-packages", "link-local")),
    LATTICE(
            Family.GATEWAYS,
            by().ids(
                            "svc h17",
                            "sn h17",
                            "snva h17",
                            "snsa h17",
                            "snra h17",
                            "als h17",
                            "rcfg h17",
                            "rgw h17",
                            "rea h17",
                            "listener h17",
                            "rule h17",
                            "tg h17")
                    .arns("vpc-lattice:*")
                    .examples("svc-db38daf336bce8747")),
    TRANSFER(
            Family.FILE_SYSTEMS,
            by().ids("s h17", "c h17", "a h17", "p h17", "w h17", "webapp h17", "cert h17", "hostkey h17")
                    .arns("transfer:*")
                    .hosts("transfer")
                    .examples("s-a5c74be1c75978521")),
    RDSPROXY(
            Family.RDS_INSTANCES,
            by().ids("prx h17", "prx-endpoint h17", "prx-tg h17")
                    .keys("*dbproxyname")
                    .terraform("db_proxy")
                    .examples("prx-9dcd63ee008e3f153")),
    RDSRES(Family.RDS_INSTANCES, by().ids("db N24-26", "cluster N24-26").examples("db-2AYBE0SJ9S2J14I1J1F26LKSA7")),
    RDS(
            Family.RDS_INSTANCES,
            by().holders("relationaldatabase", "relationaldatabases")
                    .keys(
                            "*dbinstanceidentifier",
                            "*dbclusteridentifier",
                            "*dbinstanceid",
                            "*dbclusterid",
                            "*dbinstancename",
                            "*dbclustername",
                            "*dbidentifier",
                            "*sourcedbidentifier",
                            "*globalclusteridentifier",
                            "*dbinstance",
                            "*dbcluster",
                            "*rdsinstance",
                            "*rdscluster",
                            "*replicationinstanceidentifier",
                            "*replicationtaskidentifier",
                            "*replicationtaskid",
                            "*replicationconfigidentifier",
                            "*snapshotscheduleidentifier",
                            "*shardgroupidentifier",
                            "*bluegreendeploymentname",
                            "*bluegreendeploymentidentifier",
                            "*exporttaskidentifier",
                            "*replicationtaskname",
                            "*replicationsourceidentifier",
                            "*readreplicaidentifier",
                            "*dbsystemid")
                    .ids("bgd n16d")
                    .arns("rds:*", "rds:db", "rds:cluster", "docdb-elastic:*")
                    .called("dbinstance!", "dbcluster!", "*db instance!", "*rds instance!")
                    .terraform(
                            "db_instance",
                            "rds_cluster_instance",
                            "docdb_cluster",
                            "neptune_cluster",
                            "rds_global_cluster")
                    .console("id")
                    .examples("arn:aws:rds:eu-west-1:897355541743:db:orders-7f")
                    .counterExamples("feedback")),
    RDSSNAP(
            Family.RDS_INSTANCES,
            by().keys("*dbsnapshotidentifier", "*snapshotname", "*snapshotidentifier")
                    .arns(
                            "rds:snapshot",
                            "rds:cluster-snapshot",
                            "elasticache:snapshot",
                            "memorydb:snapshot",
                            "redshift:snapshot")
                    .called("dbsnapshot!", "*db snapshot!")
                    .examples("--db-snapshot-identifier ledger-before-8")),
    RDSGRP(
            Family.RDS_INSTANCES,
            by().keys(
                            "*parametergroupname",
                            "*subnetgroupname",
                            "*optiongroupname",
                            "*subnetgroupidentifier",
                            "*parametergroupidentifier",
                            "*optiongroupidentifier",
                            "*dbsecuritygroupname",
                            "*cachesecuritygroupname",
                            "*clustersecuritygroupname",
                            "*parametergroup",
                            "*subnetgroup",
                            "*optiongroup",
                            "*subnetgroupid")
                    .arns(
                            "rds:pg",
                            "rds:cluster-pg",
                            "rds:og",
                            "rds:subgrp",
                            "rds:secgrp",
                            "redshift:parametergroup",
                            "redshift:subnetgroup",
                            "elasticache:parametergroup",
                            "elasticache:subnetgroup",
                            "memorydb:parametergroup",
                            "memorydb:subnetgroup")
                    .called(
                            "dbsubnetgroup!",
                            "dbparametergroup!",
                            "*subnet group!",
                            "*parameter group!",
                            "*option group!")
                    .terraform(
                            "db_subnet_group",
                            "db_parameter_group",
                            "db_option_group",
                            "rds_cluster_parameter_group",
                            "docdb_subnet_group",
                            "docdb_cluster_parameter_group",
                            "neptune_subnet_group",
                            "neptune_cluster_parameter_group",
                            "elasticache_subnet_group",
                            "elasticache_parameter_group",
                            "memorydb_subnet_group",
                            "memorydb_parameter_group",
                            "redshift_subnet_group",
                            "redshift_parameter_group",
                            "dax_parameter_group",
                            "dax_subnet_group",
                            "neptune_parameter_group")
                    .examples("--db-subnet-group-name ledger-subnets-2")),
    DBUSER(
            Family.RDS_INSTANCES,
            by().keys(
                            "*masterusername",
                            "*masteruser",
                            "*dbuser",
                            "*dbusername",
                            "*databaseuser",
                            "*databaseusername",
                            "*postgresuser",
                            "*mysqluser",
                            "pguser")
                    .arns("rds-db:*", "redshift:dbuser", "elasticache:user", "memorydb:user")
                    .options("elasticache user-id", "elasticache user-ids")
                    .examples("--master-username ledger_owner4")),
    DBNAME(
            Family.RDS_INSTANCES,
            by().keys(
                            "dbname",
                            "*tenantdbname",
                            "*databasename",
                            "*keyspacename",
                            "databaselist",
                            "*postgresdb",
                            "*mysqldb",
                            "*dbdatabase",
                            "pgdatabase",
                            "*postgresdatabase",
                            "*mysqldatabase")
                    .arns("redshift:dbname", "glue:database")
                    .called("*database")
                    .options("redshift-data database", "rds-data database")
                    .terraform("athena_database", "keyspaces_keyspace")
                    .examples("DB_NAME=ledger_7")),
    RDSDNS(
            Family.RDS_INSTANCES,
            by().hosts("rds", "docdb", "neptune")
                    .examples("orders.cluster-ro-cpyy99bbfum3.eu-west-1.rds.amazonaws.com")
                    .counterExamples("rds.eu-west-1.amazonaws.com")),
    CKS(Family.KMS_KEYS, by().ids("cks h17").examples("cks-ea103d2a50ad77203")),
    KMS(
            Family.KMS_KEYS,
            by().ids("mrk h32")
                    .keys("*kmskeyid", "*keyid", "*kmskey", "*kmsmasterkeyid", "*kmskeyarn", "*masterkeyid")
                    .arns("kms:*")
                    .console("keys")
                    .value(Value.UUID)
                    .examples("mrk-8c6205f524390069ab15f405624a1bd0")),
    KMSALIAS(
            Family.KMS_KEYS,
            by().keys("*aliasname")
                    .arns("kms:alias")
                    .terraform("kms_alias")
                    .examples("alias/shop-data", "arn:aws:kms:eu-west-1:897355541743:alias/shop-data")
                    .counterExamples("alias/aws/s3")),
    CERT(
            Family.CERTIFICATES,
            by().keys("*certificateid", "*certificatename")
                    .arns("acm:*", "acm-pca:*", "iam:server-certificate")
                    .examples("arn:aws:acm:eu-west-1:897355541743:certificate/3c1e7a52-8f04-4d6b-9b1a-52d0c7e6f913")),
    RSLVR(
            Family.DNS_NAMES,
            by().ids(
                            "rslvr-in h15-17",
                            "rslvr-out h15-17",
                            "rslvr-rr h15-17",
                            "rslvr-rrassoc h15-17",
                            "rslvr-fg h15-17",
                            "rslvr-fdl h15-17",
                            "rslvr-frg h15-17",
                            "rslvr-frgassoc h15-17",
                            "rslvr-autodefined-rr h15-17",
                            "rqlc h15-17",
                            "rqlca h15-17",
                            "rdsc h15-17",
                            "rni h15-17",
                            "rp h17",
                            "rpr h17",
                            "rpassoc h17",
                            "rrpassoc h17")
                    .holders(
                            "resolverendpoint",
                            "resolverrule",
                            "firewallrulegroup",
                            "firewalldomainlist",
                            "firewallrule")
                    .arns("route53resolver:*")
                    .terraform(
                            "route53_resolver_endpoint",
                            "route53_resolver_rule",
                            "route53_resolver_query_log_config",
                            "route53_resolver_firewall_rule_group",
                            "route53_resolver_firewall_domain_list")
                    .examples("rslvr-in-9a069ed13b41b2094")),
    ZONE(
            Family.DNS_NAMES,
            by().keys("*hostedzoneid", "*zoneid", "*hostedzone")
                    .arns("route53:*")
                    .value(Value.ZONE)
                    .examples("Z09368953G729AFEX5048", "/hostedzone/Z1OX3WQEXAMPLE")
                    .counterExamples("ZOOKEEPER", "ZERO0")),
    DX(
            Family.GATEWAYS,
            by().ids("dxcon n8", "dxvif n8", "dxlag n8", "dxpeer n8")
                    .keys("*directconnectgatewayid")
                    .arns("directconnect:*")
                    .examples("dxcon-hu3qhhcq")),
    DLM(
            Family.EBS_VOLUMES,
            by().ids("policy h17").examples("policy-b3a7e7f166bc1d234").counterExamples("policy-arn")),
    OUTPOST(
            Family.OUTPOSTS,
            by().ids("op h17", "oo h17", "ooi h17", "cap h17")
                    .arns("outposts:*")
                    .examples("op-2ef91e8368cd049bc")),
    DIRECTORY(Family.DIRECTORIES, by().ids("d h10", "t h10").arns("ds:*").examples("d-8f2e7856c4")),
    SSO(
            Family.DIRECTORIES,
            by().ids("ssoins h16", "ps h16", "tti h16", "ins h16")
                    .arns("sso:*", "identitystore:*")
                    .examples("ssoins-3b67892228a97243")),
    ORG(
            Family.ORGANIZATIONS,
            by().ids("o n10-32d")
                    .keys(
                            "*rootid",
                            "*organizationid",
                            "*handshakeid",
                            "*sourceparentid",
                            "*destinationparentid",
                            "*organizationalunitid")
                    .arns("organizations:*")
                    .value(Value.PREFIXED)
                    .examples("o-g3o85wai3g")
                    .counterExamples("o-something")),
    ORGOU(
            Family.ORGANIZATIONS,
            by().ids("ou o")
                    .holders("organizationalunit")
                    .keys("*organizationalunitname")
                    .arns("organizations:ou")
                    .terraform("organizations_organizational_unit")
                    .examples("ou-i6kn-edmn6mud")),
    ACCOUNTREQ(Family.ORGANIZATIONS, by().ids("car n32").examples("car-wwslip0235iemfld9n4ybl9prdizub5w")),
    EMR(
            Family.ANALYTICS,
            by().ids("j N10-16d", "s N12-13d", "ci N12-14d", "if N12-14d", "ig N12-14d")
                    .keys("*jobflowid")
                    .arns("elasticmapreduce:*", "emr-serverless:*", "emr-containers:*")
                    .options("emr")
                    .terraform("emr_cluster", "emrserverless_application")
                    .examples("j-85SXC5PPNOQK3", "s-3QKZC0QUT43AM", "ci-GA4CMKNKDCV7")),
    WORKSPACE(
            Family.DIRECTORIES,
            by().ids("ws n9d", "wsb n9d", "wsi n9d", "wsipg n9d", "wsca n9d", "wsd n9d", "wspool n9d")
                    .holders("workspacebundle")
                    .vague("*workspacename")
                    .keys("*registrationcode", "*workspacedirectoryname")
                    .terraform("workspaces_ip_group")
                    .arns("workspaces:*")
                    .examples("wsb-9yc2ci2fa")),
    WORKMAIL(Family.DIRECTORIES, by().ids("m h32").arns("workmail:*").examples("m-374c35789d85dcda9864f12452b8b8b8")),
    CODEDEPLOY(
            Family.DEVELOPER_TOOLS,
            by().ids("d N9d")
                    .vague("*deploymentconfigname")
                    .keys("*applicationname", "*deploymentgroupname")
                    .arns("codedeploy:*")
                    .terraform("codedeploy_app")
                    .console("applications", "deployment-groups")
                    .examples("d-VIU6XDPQE")),
    CODEBUILD(
            Family.DEVELOPER_TOOLS,
            by().keys("*projectname")
                    .arns("codebuild:*")
                    .called("project?")
                    .options("codebuild")
                    .terraform("codebuild_project", "codebuild_report_group")
                    .console("projects")
                    .examples("--project-name weir-build-5")),
    PIPELINE(
            Family.DEVELOPER_TOOLS,
            by().keys("*pipelinename", "pipelines")
                    .holders("pipeline")
                    .arns("codepipeline:*")
                    .called("*pipeline")
                    .options("codepipeline")
                    .terraform("codepipeline")
                    .console("pipelines")
                    .examples("--pipeline-name weir-release-6")),
    REPO(
            Family.DEVELOPER_TOOLS,
            by().arns("codecommit:*", "codeartifact:*")
                    .options("codeartifact domain", "codeartifact repository")
                    .terraform("codecommit_repository")
                    .examples("arn:aws:codecommit:eu-west-1:897355541743:weir-source-1")),
    BEANSTALK(
            Family.DEVELOPER_TOOLS,
            by().ids("e n10d")
                    .keys("*environmentname")
                    .arns("elasticbeanstalk:*")
                    .called("~environment?")
                    .terraform("elastic_beanstalk_application", "elastic_beanstalk_environment")
                    .examples("e-ml928468d7")),
    COGNITO(
            Family.DIRECTORIES,
            by().options("cognito-idp pool-name")
                    .keys(
                            "*userpoolid",
                            "*userpoolname",
                            "*identitypoolname",
                            "userpools",
                            "identitypools",
                            "*cognitoclientid",
                            "*userpoolclientid",
                            "*userpoolwebclientid")
                    .arns("cognito-idp:*")
                    .holders("userpool", "identitypool", "userpoolclient", "resourceserver")
                    .called("*user pool!", "*identity pool!")
                    .terraform("cognito_user_pool", "cognito_user_pool_client", "cognito_identity_pool")
                    .examples("eu-west-1_5gJ1G9Pph")
                    .counterExamples("eu-west-1", "en-us_locale")),
    COGNITOCLIENT(
            Family.DIRECTORIES,
            by().keys("*clientid", "*audience", "aud")
                    .value(Value.CLIENT)
                    .examples("client_id=3quay7lant4mussel9harbour2")
                    .counterExamples("client_id=lantern-web", "client_id=0b5e1c7a52f804d6b9b1a52d0c7e6f91")),
    COGNITOID(
            Family.DIRECTORIES,
            by().keys("*identitypoolid")
                    .arns("cognito-identity:*")
                    .examples("eu-west-1:51a39f68-a664-43a0-b44a-aaac5d2d1008")),
    ELASTICACHE(
            Family.CACHES,
            by().vague("*shardname", "*aclname")
                    .keys(
                            "*cacheclusterid",
                            "*replicationgroupid",
                            "*membercluster",
                            "*serverlesscachename",
                            "failovercomplete",
                            "snapshotcomplete",
                            "addcachenodecomplete",
                            "removecachenodecomplete",
                            "cachenodereplacestarted",
                            "cachenodereplacecomplete",
                            "cachenodesrebooted",
                            "cacheclusterprovisioningcomplete",
                            "createreplicationgroupcomplete",
                            "replicationgroupscalingcomplete",
                            "deletecacheclustercomplete",
                            "serviceupdateavailablefornode",
                            "nodereplacementscheduled")
                    .arns("elasticache:*", "memorydb:*", "dax:*")
                    .called("cachecluster!", "replicationgroup!", "*replication group!")
                    .terraform(
                            "elasticache_cluster",
                            "elasticache_replication_group",
                            "memorydb_cluster",
                            "dax_cluster",
                            "elasticache_serverless_cache")
                    .examples("--cache-cluster-id sessions-4d1")),
    CACHEDNS(
            Family.CACHES,
            by().hosts("cache", "memorydb", "dax", "dax-clusters")
                    .examples("clustercfg.sess.utke1h.euw1.cache.amazonaws.com")),
    REDSHIFT(
            Family.DATABASES,
            by().arns("redshift:*", "redshift-serverless:*")
                    .examples("arn:aws:redshift:eu-west-1:897355541743:cluster:tides-9")),
    RSDNS(
            Family.DATABASES,
            by().hosts("redshift", "redshift-serverless").examples("dw.cwq96bi4anwy.eu-west-1.redshift.amazonaws.com")),
    OPENSEARCH(
            Family.DATABASES,
            by().keys("esdomainname", "searchdomainname")
                    .arns("es:*", "aoss:*", "cloudsearch:*")
                    .called("*opensearch domain!")
                    .console("domains")
                    .examples("arn:aws:es:eu-west-1:897355541743:domain/gulls-5")),
    ESDNS(
            Family.DATABASES,
            by().hosts("es", "aoss", "cloudsearch")
                    .examples("vpc-logs-12lfjzuknz2i98il0vh8em0tkj.eu-west-1.es.amazonaws.com")),
    DDB(
            Family.DATABASES,
            by().keys("*tablename", "*dynamodbtable", "*dynamotable", "*ddbtable")
                    .vague("*table")
                    .arns("dynamodb:*", "cassandra:*", "timestream:*")
                    .called("table")
                    .calls("dynamodb.table", "ddb.table", "dynamo.table", "describetablerequest", "deletetablerequest")
                    .terraform("dynamodb_table")
                    .console("tables", "table")
                    .examples("--table-name parcels-6e")),
    CLUSTER(
            Family.CONTAINERS,
            by().keys("*clustername", "*clusterid", "cluster", "*clusteridentifier", "*ecscluster", "*ekscluster")
                    .arns("ecs:cluster", "ecs:service/1", "ecs:task/1", "ecs:container-instance/1")
                    .domains(".eksctl.io")
                    .called("*cluster")
                    .options("eks", "kafka", "dax", "memorydb", "eksctl", "kops")
                    .terraform("ecs_cluster", "eks_cluster", "rds_cluster", "redshift_cluster", "msk_cluster")
                    .console("clusters")
                    .examples("--cluster-name quay-3f", "the quay-3f cluster is full")),
    ECS(
            Family.CONTAINERS,
            by().keys(
                            "*taskdefinitionname",
                            "*taskdefinition",
                            "*taskdefinitionfamily",
                            "*containerinstancename",
                            "*ecsservice",
                            "*ecsservicename")
                    .vague("*servicename")
                    .arns("ecs:*")
                    .called("*service?", "*task definition!")
                    .calls("ecs.service", "ecs.taskdefinition")
                    .options("ecs service", "ecs services", "ecs service-name", "ecs task-family", "ecs family")
                    .terraform("ecs_service", "ecs_task_definition")
                    .console("services", "taskDefinitions", "task-definitions")
                    .examples(
                            "--task-definition quay-web:14",
                            "stopped 1 tasks: (task a3f1c09be7d2458f6071c3e5d9ab4e21).")
                    .counterExamples("(task a3f1c09be7)")),
    EKS(Family.CONTAINERS, by().arns("eks:*").examples("arn:aws:eks:eu-west-1:897355541743:cluster/quay-blue-2")),
    NODEGROUP(
            Family.CONTAINERS,
            by().keys("*nodegroupname", "nodegroup", "managednodegroup", "*fargateprofilename", "fargateprofile")
                    .arns("eks:nodegroup/2", "eks:fargateprofile/2")
                    .called("*nodegroup!", "*node group!")
                    .terraform("eks_node_group", "eks_fargate_profile")
                    .console("nodegroups")
                    .examples("--nodegroup-name quay-spot-7")),
    EKSDNS(
            Family.CONTAINERS,
            by().hosts("eks").examples("1D8A7557F86402046546738B58D8F247.gr7.eu-west-1.eks.amazonaws.com")),
    OIDC(Family.CONTAINERS, by().examples("oidc.eks.eu-west-1.amazonaws.com/id/1D8A7557F86402046546738B58D8F247")),
    ECR(
            Family.CONTAINERS,
            by().keys("*repositoryname", "*ecrrepo", "*ecrrepository")
                    .arns("ecr:*")
                    .called("repository?", "*ecr repo!")
                    .terraform("ecr_repository")
                    .console("repositories", "repository")
                    .examples("760077694048.dkr.ecr.eu-west-1.amazonaws.com/shop/api")
                    .counterExamples("public.ecr.aws/docker/library/node")),
    LAMBDA(
            Family.LAMBDA_FUNCTIONS,
            by().keys("*functionname", "*layername", "*layerversionname", "*lambdaname", "*lambdafunction")
                    .vague("*function", "lambda")
                    .arns("lambda:*")
                    .called("function", "lambda", "*lambda layer!")
                    .calls("lambda.function")
                    .terraform("lambda_function", "lambda_layer_version")
                    .console("functions")
                    .examples(
                            "--function-name resize-9c",
                            "arn:aws:lambda:eu-west-1:897355541743:function:resize-9c:$LATEST")),
    LAMBDAURL(
            Family.LAMBDA_FUNCTIONS,
            by().hosts("lambda-url").examples("zmvae3u2ctfhdull7ilkmqngex1p5063.lambda-url.eu-west-1.on.aws")),
    LOGGROUP(
            Family.LOGS,
            by().keys("*loggroupname", "*loggroup", "*loggroupidentifier", "*awslogsgroup")
                    .arns("logs:*")
                    .called("*log group!")
                    .calls("logs.loggroup")
                    .terraform("cloudwatch_log_group")
                    .console("log-group", "log-groups", "group")
                    .value(Value.PATH)
                    .examples("/aws/lambda/shop-api", "/aws/rds/instance/orders-7f/error")),
    LOGSTREAM(
            Family.LOGS,
            by().keys("*logstreamname", "*logstream")
                    .called("*log stream!")
                    .console("log-events")
                    .value(Value.PATH)
                    .examples(
                            "--log-stream-name web/quay/4f0a1b",
                            "2024/05/06/[$LATEST]a3f1c09be7d2458f6071c3e5d9ab4e21",
                            "2024/05/06/[17]a3f1c09be7d2458f6071c3e5d9ab4e21")
                    .counterExamples("a[$LATEST]a3f1", "x[17]a3f1c09be7d2458f6071c3e5d9ab4e21")),
    STACK(
            Family.STACKS,
            by().keys(
                            "*stackname",
                            "*stacksetname",
                            "*changesetname",
                            "*cfnstack",
                            "*cloudformationstack",
                            "*generatedtemplatename")
                    .vague("*stack")
                    .arns("cloudformation:*")
                    .called("*stack", "*change set!")
                    .calls("cloudformation.stack", "cfn.stack")
                    .terraform("cloudformation_stack", "cloudformation_stack_set")
                    .console("stackName", "filteringText")
                    .examples("--stack-name harbour-net-2")),
    KINESIS(
            Family.MESSAGING,
            by().keys("*streamname", "*kinesisstream")
                    .vague("*stream")
                    .arns("kinesis:*", "kinesisvideo:*", "kinesisanalytics:*")
                    .called("stream?", "*data stream!")
                    .calls("kinesis.stream")
                    .terraform(
                            "kinesis_stream",
                            "kinesisanalyticsv2_application",
                            "kinesis_analytics_application",
                            "kinesis_video_stream")
                    .console("streams")
                    .examples("--stream-name clicks-8a")),
    FIREHOSE(
            Family.MESSAGING,
            by().keys("*deliverystreamname", "*deliverystream")
                    .arns("firehose:*")
                    .called("*delivery stream!", "firehose")
                    .terraform("kinesis_firehose_delivery_stream")
                    .examples("--delivery-stream-name clicks-lake-3")),
    SQS(
            Family.MESSAGING,
            by().keys("*queuename", "*sqsqueue")
                    .vague("*queue")
                    .arns("sqs:*")
                    .called("*queue")
                    .calls("get_queue_by_name", "getqueueurlrequest", "createqueuerequest", "sqs.queue")
                    .terraform("sqs_queue")
                    .console("queues")
                    .examples("https://sqs.eu-west-1.amazonaws.com/340454287556/jobs-3d5.fifo")),
    SNS(
            Family.MESSAGING,
            by().keys("*topicname", "*snstopic")
                    .vague("*topic")
                    .arns("sns:*")
                    .called("*topic")
                    .calls("sns.topic", "createtopicrequest")
                    .options("sns")
                    .terraform("sns_topic")
                    .console("topic", "topics")
                    .examples("arn:aws:sns:eu-west-1:897355541743:pager-5c")),
    SFN(
            Family.MESSAGING,
            by().keys("*statemachinename", "*statemachine", "*stepfunction")
                    .arns("states:*")
                    .called("*state machine!", "*step function!")
                    .options("stepfunctions")
                    .terraform("sfn_state_machine")
                    .console("statemachines", "stateMachines")
                    .examples("arn:aws:states:eu-west-1:897355541743:stateMachine:billing-run-4")),
    EVENTRULE(
            Family.MESSAGING,
            by().keys("*rulename", "*eventbusname", "*schedulename", "*apidestinationname")
                    .holders("eventbus", "eventbuses", "apidestination")
                    .arns("events:*", "scheduler:*", "pipes:*")
                    .called("*event bus!", "*event rule!", "*eventbridge rule!")
                    .options("events", "scheduler", "pipes")
                    .terraform(
                            "cloudwatch_event_rule",
                            "cloudwatch_event_bus",
                            "cloudwatch_event_connection",
                            "cloudwatch_event_api_destination",
                            "cloudwatch_event_archive",
                            "cloudwatch_event_endpoint",
                            "scheduler_schedule_group",
                            "scheduler_schedule",
                            "pipes_pipe")
                    .console("rules", "eventbus", "schedules")
                    .examples("--rule-name nightly-sweep-1")),
    ALARM(
            Family.LOGS,
            by().keys("*alarmname", "*dashboardname", "*actionssuppressor")
                    .arns("cloudwatch:*")
                    .called("alarm")
                    .terraform("cloudwatch_metric_alarm")
                    .console("alarm", "alarms", "dashboard", "dashboards")
                    .examples("--alarm-names quay-cpu-9", "the alarm quay-cpu-9 fired")),
    TRAIL(
            Family.LOGS,
            by().keys("*trailname", "*cloudtrailname")
                    .arns("cloudtrail:*")
                    .called("trail?")
                    .options("cloudtrail")
                    .terraform("cloudtrail")
                    .examples("arn:aws:cloudtrail:eu-west-1:897355541743:trail/audit-6")),
    ELB(
            Family.LOAD_BALANCERS,
            by().keys("*loadbalancername", "*targetgroupname", "*elbname", "*nlbname", "*albname")
                    .arns("elasticloadbalancing:*")
                    .called("balancer?", "*load balancer!", "*target group!", "*alb", "*nlb")
                    .holders("elbapplicationlb", "elbnetworklb", "elbclassiclb")
                    .options("elb", "elbv2")
                    .terraform("lb", "alb", "elb", "lb_target_group", "alb_target_group")
                    .blocks("target_group")
                    .console("loadBalancerName", "targetGroupName", "LoadBalancers", "TargetGroups")
                    .examples("--load-balancer-name front-door-8")),
    ELBDNS(
            Family.LOAD_BALANCERS,
            by().hosts("elb")
                    .examples(
                            "internal-shop-167326824.eu-west-1.elb.amazonaws.com",
                            "shop-0123456789abcdef.elb.eu-west-1.amazonaws.com")),
    ASG(
            Family.EC2_INSTANCES,
            by().keys(
                            "*autoscalinggroupname",
                            "*autoscalinggroup",
                            "*launchconfigurationname",
                            "*launchconfiguration",
                            "*asgname",
                            "*scalingplanname",
                            "*lifecyclehookname",
                            "*scheduledactionname")
                    .arns("autoscaling:*")
                    .called("*asg", "*scaling group!", "*autoscaling group!", "*launch configuration!")
                    .terraform("autoscaling_group", "launch_configuration", "autoscaling_lifecycle_hook")
                    .console("AutoScalingGroupDetails")
                    .examples("--auto-scaling-group-name quay-nodes-5")),
    GROUPNAME(
            Family.SECURITY_GROUPS,
            by().keys("*securitygroupname", "*groupname")
                    .holders("ec2securitygroup", "ec2group")
                    .vague("*securitygroup")
                    .called("group?", "*security group!")
                    .terraform("security_group")
                    .examples("--group-name quay-admins-2")),
    APIGW(
            Family.API_GATEWAYS,
            by().keys(
                            "*restapiid",
                            "*apiid",
                            "*apikeyid",
                            "*usageplanid",
                            "*authorizerid",
                            "*vpclinkid",
                            "*requestvalidatorid",
                            "*apimappingid",
                            "*apigatewayid")
                    .arns("apigateway:*", "execute-api:*")
                    .hosts("execute-api", "appsync-api", "appsync-realtime-api")
                    .terraform("api_gateway_rest_api", "apigatewayv2_api")
                    .console("apis", "restapis")
                    .value(Value.APIID)
                    .examples("062x5dwatk.execute-api.eu-west-1.amazonaws.com")),
    CFDIST(
            Family.DNS_NAMES,
            by().holders("distribution")
                    .keys(
                            "*distributionid",
                            "*cloudfrontdistribution",
                            "*cloudfrontid",
                            "*httpsourceid",
                            "*originaccesscontrolid")
                    .arns("cloudfront:*")
                    .options("cloudfront id")
                    .console("distributions")
                    .value(Value.DISTRIBUTION)
                    .examples("--distribution-id E1OX3WQ7K2MPL")),
    CFDNS(
            Family.DNS_NAMES,
            by().domains(".cloudfront.net", ".cloudfront.cn")
                    .examples("d0ky3019q5zyoc.cloudfront.net")
                    .counterExamples("www.cloudfront.net")),
    BUCKET(
            Family.S3_BUCKETS,
            by().keys("*bucket", "*bucketname", "s3bucket")
                    .arns("s3:*", "s3express:*", "s3-object-lambda:*")
                    .hosts("s3")
                    .called("**bucket", "s3 object??")
                    .calls(
                            "objectsummary",
                            "bucketpolicy",
                            "doesbucketexist",
                            "doesbucketexistv2",
                            "s3.object",
                            "getobjectrequest",
                            "putobjectrequest",
                            "deleteobjectrequest",
                            "listobjectsrequest",
                            "listobjectsv2request",
                            "copyobjectrequest",
                            "createbucketrequest",
                            "s3.bucketv2",
                            "s3.doesobjectexist",
                            "s3client.doesobjectexist",
                            "s3.download_file",
                            "s3.download_fileobj")
                    .terraform("s3_bucket")
                    .console("buckets", "bucket", "object")
                    .value(Value.BUCKET)
                    .examples(
                            "s3://billing-raw-1559/2025/",
                            "arn:aws:s3:::media-24a29",
                            "s3a://lake-23e5/db/part-0",
                            "assets-470c.s3.eu-west-1.amazonaws.com",
                            "site-67d3.s3-website.eu-central-1.amazonaws.com",
                            "my-ap-425929699743.s3-accesspoint.eu-west-1.amazonaws.com",
                            "s3.eu-west-1.amazonaws.com/exports-6268/a.csv",
                            "s3.amazonaws.com/logs-619c")
                    .counterExamples("s3.amazonaws.com/doc/2006-03-01/")),
    SECRETNAME(
            Family.SECRET_NAMES,
            by().keys("*secretid", "*secretname")
                    .holders("secretlist")
                    .arns("secretsmanager:*")
                    .called("secret")
                    .options("secretsmanager")
                    .terraform("secretsmanager_secret")
                    .console("secret", "secrets")
                    .value(Value.PATH)
                    .examples("--secret-id shop/ledger-pw-3")),
    GLUE(
            Family.ANALYTICS,
            by().keys("*crawlername", "*workflowname", "crawler", "*securityconfigurationname", "*mltransformname")
                    .holders(
                            "tablelist",
                            "connectionlist",
                            "databaseinput",
                            "tableinput",
                            "connectioninput",
                            "csvclassifier",
                            "grokclassifier",
                            "jsonclassifier",
                            "xmlclassifier",
                            "customentitytype",
                            "datacellsfilter")
                    .vague("*triggername")
                    .arns("glue:*")
                    .called("crawler?", "*glue job!")
                    .options("glue")
                    .terraform(
                            "glue_catalog_database",
                            "glue_catalog_table",
                            "glue_crawler",
                            "glue_job",
                            "glue_trigger",
                            "glue_workflow",
                            "glue_connection",
                            "glue_registry",
                            "glue_security_configuration")
                    .console("crawlers", "jobs", "job", "databases")
                    .examples("--crawler-name tides-crawl-4")),
    ATHENA(
            Family.ANALYTICS,
            by().vague("*catalogname")
                    .holders("namedquery", "namedqueries", "datacatalog")
                    .keys("*datacatalogname", "*preparedstatementname")
                    .arns("athena:*")
                    .examples("--data-catalog-name tides-meta-1")),
    JOB(
            Family.ANALYTICS,
            by().keys("*jobname", "*jobdefinitionname")
                    .called("*batch job!", "*job definition!")
                    .examples("--job-name tides-load-7")),
    WORKGROUP(
            Family.ANALYTICS,
            by().keys("*workgroup", "*workgroupname")
                    .arns("athena:workgroup")
                    .called("workgroup!")
                    .options("athena")
                    .terraform("athena_workgroup", "redshiftserverless_workgroup")
                    .console("workgroups")
                    .examples("--work-group analysts-3")),
    GUARDDUTY(
            Family.SECURITY_SERVICES,
            by().keys("*detectorid", "*analyzername", "*conformancepackname", "*aggregatorname", "*threatintelsetname")
                    .arns("guardduty:*")
                    .terraform(
                            "guardduty_filter",
                            "guardduty_ipset",
                            "guardduty_threatintelset",
                            "securityhub_insight",
                            "securityhub_action_target",
                            "macie2_classification_job",
                            "macie2_custom_data_identifier",
                            "config_configuration_recorder",
                            "config_delivery_channel",
                            "config_configuration_aggregator",
                            "config_conformance_pack",
                            "config_organization_managed_rule",
                            "config_organization_custom_rule")
                    .examples("--detector-id 5ab3c1d9e7f20846b1c3d5e7f9a0b2c4")),
    SAGEMAKER(
            Family.ANALYTICS,
            by().holders("inferenceexperiment")
                    .keys(
                            "*endpointname",
                            "*endpointconfigname",
                            "*notebookinstancename",
                            "*experimentname",
                            "*trialname",
                            "*modelpackagename",
                            "*userprofilename",
                            "*workteamname",
                            "*inferencecomponentname",
                            "*trialcomponentname",
                            "*modelcardname",
                            "*lifecycleconfigname",
                            "*appimageconfigname",
                            "*edgedeploymentplanname",
                            "*flowdefinitionname",
                            "*humantaskuiname",
                            "*humanloopname",
                            "*hubcontentname",
                            "*workforcename",
                            "*trackingservername")
                    .arns("sagemaker:*")
                    .terraform(
                            "sagemaker_endpoint",
                            "sagemaker_endpoint_configuration",
                            "sagemaker_notebook_instance",
                            "sagemaker_notebook_instance_lifecycle_configuration",
                            "sagemaker_model")
                    .examples("--endpoint-name churn-5b")),
    BATCH(
            Family.ANALYTICS,
            by().vague("*jobdefinition")
                    .keys("*jobqueue", "*jobqueuename", "*computeenvironmentname", "*computeenvironment")
                    .arns("batch:*")
                    .called("*job queue!", "*compute environment!")
                    .options("batch job-definition", "batch job-definitions")
                    .terraform(
                            "batch_job_queue",
                            "batch_compute_environment",
                            "batch_job_definition",
                            "batch_scheduling_policy")
                    .examples("--job-queue renders-2c")),
    IOT(
            Family.IOT_THINGS,
            by().holders("assetmodelcompositemodel")
                    .vague("*vehiclename")
                    .keys(
                            "*thinggroupname",
                            "*thingtypename",
                            "*provisioningtemplatename",
                            "*domainconfigurationname",
                            "*mitigationactionname",
                            "*rolealias",
                            "*alarmmodelname",
                            "*assetmodelname",
                            "*compositemodelname",
                            "*certificateprovidername",
                            "*scheduledauditname",
                            "*suitedefinitionname",
                            "*testcasedefinitionname")
                    .arns("iot:*")
                    .terraform("iot_topic_rule", "iot_thing_group", "iot_thing_type")
                    .examples("--thing-group-name buoys-north-4")),
    THING(
            Family.IOT_THINGS,
            by().keys("*thingname").arns("iot:thing").terraform("iot_thing").examples("--thing-name buoy-17")),
    IOTDNS(Family.IOT_THINGS, by().hosts("iot").examples("a60z90698rkh8m-ats.iot.eu-west-1.amazonaws.com")),
    SES(
            Family.MESSAGING,
            by().holders("configurationset")
                    .vague("*configurationset")
                    .keys(
                            "*configurationsetname",
                            "*contactlistname",
                            "*rulesetname",
                            "*eventdestinationname",
                            "*dedicatedippoolname",
                            "*sendingpoolname",
                            "*destinationpoolname",
                            "*verificationemailtemplatename")
                    .arns("ses:*")
                    .terraform("ses_configuration_set", "sesv2_configuration_set", "ses_receipt_rule", "ses_template")
                    .examples("--configuration-set-name receipts-6")),
    SAVINGS(Family.RESOURCES, by().ids("sp h17").arns("savingsplans:*").examples("sp-02f557cfc9f897dda")),
    DISCOVERY(
            Family.RESOURCES,
            by().ids("srv n16d", "ns n16d")
                    .arns("servicediscovery:*")
                    .examples("srv-k3hq7zt2mxe9wvbd", "ns-b4n8q2xk7mzt5wrc")
                    .counterExamples("ns-1234", "srv-configuration")),
    MSKDNS(
            Family.MESSAGING,
            by().hosts("kafka", "kafka-serverless").examples("b-1.events.94j2ga.c4.kafka.eu-west-1.amazonaws.com")),
    MQDNS(
            Family.MESSAGING,
            by().hosts("mq").examples("b-9ec62b7e-df6e-45d5-b8d5-6320217a200c-1.mq.eu-west-1.amazonaws.com")),
    VPCEDNS(
            Family.GATEWAYS,
            by().hosts("vpce").examples("vpce-0ff5a8047d31627f4-pjvtw1zm.ec2.eu-west-1.vpce.amazonaws.com")),
    VADNS(
            Family.GATEWAYS,
            by().hosts("verified-access")
                    .examples(
                            "app.edge-030888120e6bfa0a9.vai-0f8b19b8a74025e7f.prod.verified-access.eu-west-1.amazonaws.com")),
    COGDNS(Family.HOST_NAMES, by().domains(".amazoncognito.com").examples("shop-e2c.auth.eu-west-1.amazoncognito.com")),
    EBDNS(
            Family.HOST_NAMES,
            by().domains(".elasticbeanstalk.com").examples("shop-env.hn2xj2m2.eu-west-1.elasticbeanstalk.com")),
    SSODNS(
            Family.HOST_NAMES,
            by().domains(".awsapps.com", ".awsapps.cn", ".signin.aws.amazon.com", ".signin.amazonaws.cn")
                    .examples("acme-7.awsapps.com", "shop-7.signin.aws.amazon.com")),
    SVCDNS(
            Family.HOST_NAMES,
            by().hosts(
                            "mediastore",
                            "mediapackage",
                            "mediapackage-vod",
                            "mediaconvert",
                            "mediatailor",
                            "emrstudio-prod",
                            "grafana-workspace",
                            "vpc-lattice-svcs",
                            "studio",
                            "notebook",
                            "airflow",
                            "awsapprunner",
                            "managedblockchain",
                            "codeartifact",
                            "neptune-graph",
                            "kinesisvideo")
                    .domains(
                            ".global-contribute.live-video.net",
                            ".playback.live-video.net",
                            ".app.iotsitewise.aws",
                            ".voiceconnector.chime.aws",
                            ".awsapprunner.com",
                            ".sagemaker.aws",
                            ".amplifyapp.com",
                            ".awsglobalaccelerator.com",
                            ".cs.amazonlightsail.com",
                            ".my.connect.aws")
                    .examples(
                            "ocmhe2zy57.eu-west-1.awsapprunner.com", "k7x2m9qp.mediaconvert.eu-west-1.amazonaws.com")),
    HOST(
            Family.HOST_NAMES,
            by().keys(
                            "*dbhost",
                            "*databasehost",
                            "pghost",
                            "*postgreshost",
                            "*mysqlhost",
                            "*mongohost",
                            "*redishost",
                            "*cachehost",
                            "*rabbitmqhost",
                            "*elasticsearchhost",
                            "*opensearchhost",
                            "*rdshost",
                            "*bastionhost")
                    .vague("*computername")
                    .hosts("compute", "compute-1")
                    .domains(".compute.internal", ".ec2.internal")
                    .examples(
                            "ip-10-31-7-62.eu-west-1.compute.internal",
                            "ec2-52-18-3-227.eu-west-1.compute.amazonaws.com")),
    DOMAIN(
            Family.DNS_NAMES,
            by().holders("resourcerecordset")
                    .keys("fqdn", "*domainname", "*hostedzonename")
                    .options("workspaces connection-string")
                    .terraform("route53_zone")
                    .examples("--domain-name shop.heron-7.net")),
    RES(
            Family.RESOURCES,
            by().ids(
                            "prod n13d",
                            "port n13d",
                            "prodview n13d",
                            "pa n13d",
                            "pp n13d",
                            "df N20",
                            "d-server h17",
                            "d-application h17",
                            "report h17",
                            "sgw H8",
                            "farm h32",
                            "queue h32",
                            "job h32",
                            "worker h32",
                            "budget h32",
                            "monitor h32",
                            "lic h32",
                            "n N24-26d",
                            "nd N24-26d",
                            "m N24-26d",
                            "ws u",
                            "b u",
                            "c u",
                            "drsjob h17",
                            "mgnjob h17",
                            "pit h17",
                            "rct h17",
                            "lct h17",
                            "wave h17",
                            "app h17",
                            "connector h17",
                            "vcc h17",
                            "csc h17",
                            "g h10",
                            "fleet h32",
                            "queueenv h32")
                    .keys(
                            "*resourcename",
                            "*resourceid",
                            "*permissionsetname",
                            "*provisionedproductname",
                            "*capacityprovidername",
                            "*documentname",
                            "*webaclname",
                            "*ipsetname",
                            "*firewallname",
                            "*instancename",
                            "*budgetname",
                            "*botname",
                            "*meshname",
                            "*virtualnodename",
                            "*virtualroutername",
                            "*virtualgatewayname",
                            "*virtualservicename",
                            "*virtualinterfacename",
                            "*connectionname",
                            "*gatewayname",
                            "*brokername",
                            "*registryname",
                            "*fleetname",
                            "*trackername",
                            "*datasetname",
                            "*subscriptionname",
                            "*sourcelocationname",
                            "*playbackconfigurationname",
                            "*snapshotcopygrantname",
                            "*staticipname",
                            "*diskname",
                            "*appmonitorname",
                            "*servicenetworkname",
                            "*replicatorname",
                            "*physicalresourceid",
                            "*vocabularyname",
                            "*vocabularyfiltername",
                            "*securityprofilename",
                            "*keystorename",
                            "*datastorename",
                            "*detectormodelname",
                            "*assessmenttargetname",
                            "*assessmenttemplatename",
                            "*approvalruletemplatename",
                            "*recognizername",
                            "*subscribername",
                            "*portalname",
                            "*configruleid",
                            "*terminatingruleid",
                            "*recordername",
                            "*deliverychannelname",
                            "configurationrecorder",
                            "deliverychannel",
                            "*accountalias",
                            "*awsaccountname",
                            "accountaliases",
                            "*custommodelname",
                            "*importedmodelname",
                            "*provisionedmodelname",
                            "*guardrailid",
                            "*guardrailname",
                            "*guardrailidentifier",
                            "*knowledgebaseid",
                            "*knowledgebasename",
                            "*endpointidentifier",
                            "*acceleratorname",
                            "*interconnectname",
                            "*lagname",
                            "*webaclid",
                            "*ipsetid",
                            "*regexpatternsetname",
                            "*tlsinspectionconfigurationname",
                            "*querylogconfigname",
                            "*filesharename",
                            "*tapepoolname",
                            "*baselinename",
                            "*canaryname",
                            "*accesspointname",
                            "*portfolioname",
                            "*costcategoryname",
                            "*anomalymonitorname",
                            "*contactflowname",
                            "*routingprofilename",
                            "*quickconnectname",
                            "*instancealias",
                            "*voiceconnectorname",
                            "*autoscalingconfigurationname",
                            "*observabilityconfigurationname",
                            "*vpcconnectorname",
                            "*connectorprofilename",
                            "*signingprofilename",
                            "*resourcesharename",
                            "*restapiname",
                            "*graphidentifier",
                            "*placeindexname",
                            "*routecalculatorname",
                            "*geofencecollectionname",
                            "*healthcheckid",
                            "*originaccessidentity",
                            "*reservednodeid",
                            "*reservedcachenodeid",
                            "*reservedinstancesid",
                            "*authorizername",
                            "*appblockbuildername",
                            "*imagebuildername",
                            "*appcomponentname",
                            "*anomalydetectorname",
                            "*assessmentrunname",
                            "*authenticationprofilename",
                            "*batchpredictionname",
                            "*botmembername",
                            "*capacityreservationname",
                            "*changerequestname",
                            "*configuredaudiencemodelassociationname",
                            "*containergroupdefinitionname",
                            "*controlpanelname",
                            "*custompermissionsname",
                            "*dataprovidername",
                            "*deliverydestinationname",
                            "*deliverysourcename",
                            "*documentclassifiername",
                            "*eventintegrationname",
                            "*explainabilityname",
                            "*explainabilityexportname",
                            "*featuredresultssetname",
                            "*flywheelname",
                            "*gatewayroutename",
                            "*hsmpartitionname",
                            "*idnamespacename",
                            "*inferenceschedulername",
                            "*ingresspointname",
                            "*linkedaccountname",
                            "*livesourcename",
                            "*vodsourcename",
                            "*mediainsightspipelineconfigurationname",
                            "*migrationtaskname",
                            "*networksitename",
                            "*notebookexecutionname",
                            "*optoutlistname",
                            "*paralleldataname",
                            "*terminologyname",
                            "*readinesscheckname",
                            "*realtimelogconfigname",
                            "*resourcesetname",
                            "*retentionconfigurationname",
                            "*routingcontrolname",
                            "*studiocomponentname",
                            "*transcodeprofilename",
                            "*vpceconfigurationname",
                            "*vpcinterfacename",
                            "*whatifanalysisname",
                            "*whatifforecastname",
                            "*whatifforecastexportname",
                            "*sourceserverid",
                            "*replicationconfigurationtemplateid",
                            "*launchconfigurationtemplateid",
                            "*sourcenetworkid",
                            "*policystoreid",
                            "*voiceconnectorid",
                            "*voiceconnectorgroupid",
                            "*hsmid",
                            "*hsmclientcertificateidentifier",
                            "*hsmconfigurationidentifier",
                            "*dataprovideridentifier",
                            "*migrationprojectidentifier",
                            "*imagesetid",
                            "*datastoreid")
                    .vague(
                            "*actiontargetname *activitytypename *adminaccountname *agentstatusname",
                            "*allowlistname *analysistemplatename *annotationstorename *appblockname *appslistname",
                            "*calculatedattributename *certificateidentifier *channelnamespacename",
                            "*channelplacementgroupid *configurationprofilename *customdataidentifiername",
                            "*custommetricname *custommodeldeploymentname *dataflowendpointgroupname",
                            "*decodermanifestname *deploymentname *deploymentstrategyname",
                            "*distributionconfigurationname *encoderconfigurationname *endpointaccessname",
                            "*experimenttemplatename *fleetmetricname *fuotataskname *hoursofoperationname",
                            "*httpnamespacename *infrastructureconfigurationname *landingzoneidentifier",
                            "*languagemodelname *lftagexpressionname *licenseconfigurationname",
                            "*loggingconfigurationname *maintenancewindowname *maprunname",
                            "*matchmakingconfigurationname *metricattributionname *mlflowappname",
                            "*missionprofilename *modelmanifestname *multicastgroupid *multiplexid",
                            "*organizationalias *otaupdateid *outpostname *packagingconfigurationid",
                            "*packaginggroupid *pipelineexecutiondisplayname *protectiongroupid *protocolslistname",
                            "*provisionedproductplanname *quantumtaskname *querysuggestionsblocklistname",
                            "*receiptfiltername *recordingconfigurationname *referencestorename *refreshscheduleid",
                            "*reportgeneratorname *responseplanname *scheduledqueryname *sdisourceid",
                            "*segmentdefinitionname *sequencestorename *signalmapidentifier *statetemplatename",
                            "*storageprofilename *storedqueryname *streamkeyname *streamprocessorname",
                            "*tasktemplatename *trustedtokenissuername *usagelimitid *usageprofilename",
                            "*vpcconnectionid *wirelessgatewayid *workflowtypename *worldtemplatename",
                            "*endpointid",
                            "*usergroupid",
                            "*usergroupids",
                            "*securityconfiguration",
                            "*patchgroup",
                            "*awsprofile",
                            "*awsdefaultprofile",
                            "sourceprofile",
                            "ssosession",
                            "*inferenceprofilename",
                            "*entityvalue",
                            "*apiname",
                            "*assessmentname",
                            "*associationname",
                            "*blueprintname",
                            "*calendarname",
                            "*campaignname",
                            "*cellname",
                            "*collaborationname",
                            "*computename",
                            "*dataviewname",
                            "*destinationname",
                            "*entitlementname",
                            "*exportname",
                            "*flowname",
                            "*forecastname",
                            "*grantname",
                            "*initiatorname",
                            "*integrationname",
                            "*intentname",
                            "*ledgername",
                            "*lexiconname",
                            "*metricsetname",
                            "*monitorname",
                            "*predictorname",
                            "*protectionname",
                            "*recipename",
                            "*relayname",
                            "*replayname",
                            "*reservationname",
                            "*scanname",
                            "*segmentname",
                            "*sharename",
                            "*slottypename",
                            "*studioname",
                            "*threatlistname",
                            "*domainid")
                    .holders(
                            "accelerator",
                            "appinstance",
                            "ec2instance",
                            "cachepolicyconfig",
                            "authorizer",
                            "graphqlapi",
                            "guardrail",
                            "ipset",
                            "functionsummary",
                            "knowledgebase",
                            "knowledgebasesummary",
                            "knowledgebasesummaries",
                            "keygroupconfig",
                            "originaccesscontrolconfig",
                            "originrequestpolicyconfig",
                            "permissionset",
                            "productviewsummary",
                            "provisionedproduct",
                            "provisionedproductdetail",
                            "publickeyconfig",
                            "resourceshare",
                            "responseheaderspolicyconfig",
                            "restapi",
                            "rulegroup",
                            "*summarylist",
                            "*assetsummaries",
                            "*assetmodelsummaries",
                            "*botsummaries",
                            "*botaliassummaries",
                            "*campaignsummaries",
                            "*collaborationsummaries",
                            "*dashboardsummaries",
                            "*datasetsummaries",
                            "*datasourcesummaries",
                            "*detectormodelsummaries",
                            "*flowsummaries",
                            "*gatewaysummaries",
                            "*importjobsummaries",
                            "*intentsummaries",
                            "*jobsummaries",
                            "*portalsummaries",
                            "*promptsummaries",
                            "*vehiclesummaries",
                            "domaininfos",
                            "workflowtype",
                            "activitytype",
                            "usageplan",
                            "voiceconnector",
                            "vpclink",
                            "webacl",
                            "accesspoint",
                            "annotationstore",
                            "annotationstoreversion",
                            "variantstore",
                            "appmonitor",
                            "appinstanceuserendpoint",
                            "assessmentreport",
                            "bytematchset",
                            "geomatchset",
                            "regexmatchset",
                            "regexpatternset",
                            "sizeconstraintset",
                            "sqlinjectionmatchset",
                            "xssmatchset",
                            "capacityreservation",
                            "crossaccountattachment",
                            "amidistributionconfiguration",
                            "fpgaimage",
                            "gamesession",
                            "scheduledquery",
                            "scheduledqueries",
                            "securityconfiguration",
                            "sipmediaapplication",
                            "siprule",
                            "storagelensgroup",
                            "storagelensconfiguration",
                            "streamprocessor",
                            "appliedterminologies",
                            "trafficpolicy",
                            "trafficpolicies",
                            "trafficpolicyinstance",
                            "vpcconnection",
                            "*firewallmanagerrulegroup",
                            "*provisioningrepository")
                    .arns("*:*")
                    .options(
                            "appconfig application-id",
                            "appconfig configuration-profile-id",
                            "appconfig deployment-strategy-id",
                            "appconfig environment-id",
                            "application-insights component-name",
                            "datazone domain-identifier",
                            "datazone project-identifier",
                            "emr-serverless application-id",
                            "gamelift location-name",
                            "glue schema-name",
                            "iot dimension-name",
                            "mediastore container-name",
                            "proton component-name",
                            "route53-recovery-readiness cell-name",
                            "sagemaker image-name",
                            "schemas schema-name",
                            "swf domain")
                    .called("~instance?", "*aws profile!", "*web acl!", "*rest api?", "export??")
                    .console("displayName", "web-acl", "documents")
                    .terraform(
                            "wafv2_web_acl",
                            "wafv2_ip_set",
                            "wafv2_rule_group",
                            "networkfirewall_firewall",
                            "ssm_document",
                            "ssm_maintenance_window",
                            "s3_access_point",
                            "synthetics_canary",
                            "servicecatalog_portfolio",
                            "config_config_rule",
                            "mwaa_environment",
                            "lightsail_instance",
                            "ecs_capacity_provider",
                            "accessanalyzer_analyzer",
                            "ssoadmin_permission_set",
                            "codestarconnections_connection",
                            "dx_connection",
                            "dx_gateway",
                            "xray_group",
                            "appmesh_mesh",
                            "grafana_workspace",
                            "mq_broker",
                            "api_gateway_usage_plan",
                            "api_gateway_authorizer",
                            "api_gateway_vpc_link",
                            "apigatewayv2_vpc_link",
                            "appsync_graphql_api",
                            "pinpoint_app",
                            "bedrock_guardrail",
                            "bedrockagent_knowledge_base",
                            "cloudfront_function",
                            "cloudfront_origin_access_control",
                            "cloudfront_key_group",
                            "datasync_task",
                            "emr_studio",
                            "emr_security_configuration",
                            "globalaccelerator_accelerator",
                            "msk_configuration",
                            "networkfirewall_firewall_policy",
                            "networkfirewall_rule_group",
                            "organizations_account",
                            "organizations_policy",
                            "ram_resource_share",
                            "resourcegroups_group",
                            "servicecatalog_product",
                            "shield_protection",
                            "ssm_patch_baseline",
                            "vpclattice_service",
                            "vpclattice_service_network",
                            "waf_ipset",
                            "waf_rule",
                            "waf_web_acl",
                            "wafv2_regex_pattern_set")
                    .examples(
                            "prod-3ivrthdabta7j",
                            "df-0734520SOVYZK4QUHT6M",
                            "d-server-0f557cfc9f897dda1",
                            "report-0f557cfc9f897dda1",
                            "sgw-CA7E735D",
                            "queue-2c0ce60544fd89b8bf0be48da0c827d4")),
    AGENT(
            Family.RESOURCES,
            by().keys(
                            "*agentid",
                            "*agentaliasid",
                            "*actiongroupid",
                            "*datasourceid",
                            "*ingestionjobid",
                            "*flowaliasid",
                            "*flowid",
                            "*promptid",
                            "*botid",
                            "*botaliasid",
                            "*intentid",
                            "*slotid",
                            "*slottypeid")
                    .value(Value.AGENTID)
                    .examples("--agent-id QUAY7L2M9X", "\"botAliasId\": \"LANT3RN9QX\"")
                    .counterExamples("agentId: code-reviewer", "botAliasId: TSTALIASID", "flowId: 1234567890")),
    ENCODED(
            Family.RESOURCES,
            by().examples("aW5zdGFuY2UgaS0wNGYwYmExOTBkOWE5NTUxYiBzdG9wcGVkCg==")
                    .counterExamples("dGhlIGluc3RhbmNlIGlzIHN0b3BwZWQgYWdhaW4gYW5kIGFnYWluCg==")),
    ACCOUNT(
            Family.ACCOUNTS,
            by().keys("*accountid", "*account", "*ownerid", "*owner", "*registryid", "*awsid")
                    .arns("organizations:account/2")
                    .console("account")
                    .value(Value.ACCOUNT)
                    .examples(
                            "897355541743",
                            "003523352365",
                            "538115491286",
                            "account 2323-3759-9605",
                            "123456789012_CloudTrail_eu")
                    .counterExamples(
                            "1712345678901",
                            "51a39f68-a664-43a0-b44a-123456789012",
                            "0.123456789012",
                            "a123456789012",
                            "202401151230")),
    AKID(
            Family.ACCESS_KEYS,
            by().keys("*accesskeyid", "*awsaccesskey")
                    .value(Value.ID)
                    .examples("AKIA46EZ6H5JU24Z5GDH", "ASIAMJKI5KDSJOD245AH")
                    .counterExamples("AKIA46EZ6H5JU", "xAKIA46EZ6H5JU24Z5GDH")),
    IAMID(
            Family.IAM_NAMES,
            by().keys("*principalid")
                    .value(Value.PRINCIPAL)
                    .examples("AROAH2FQ6D5CEPOBSQWYR", "AIDAENXB66KPBM22R4WCY", "\"principalId\": \"A2QUAY0T5OIU1V\"")
                    .counterExamples("AROAxyz")),
    SECRETKEY(
            Family.SECRETS,
            by().keys("*secretaccesskey", "*secretkey", "*awssecretkey")
                    .secret()
                    .value(Value.SECRET)
                    .examples("SecretAccessKey: 5Enb7gyk4T/YtaVTVJGYdBi6kgQ2mj7+GxT8QpMh")
                    .counterExamples("da39a3ee5e6b4b0d3255bfef95601890afd80709")),
    SESSIONTOKEN(
            Family.SECRETS,
            by().keys("*sessiontoken", "*securitytoken")
                    .secret()
                    .value(Value.SECRET)
                    .examples(
                            "FwoGZXIvYXdz2Lv+ow4SLzt99V/QIwebya9kuvdtxdEklss8rU/pvdn2DkK/fEwBiIyGATj4FlQV+oMUFTeGuLKfGJ45WUut90JSAog3Jsb8lZRu")),
    SIG(
            Family.SECRETS,
            by().keys("*xamzsignature", "signature", "sig")
                    .secret()
                    .value(Value.SECRET)
                    .examples("X-Amz-Signature=84b4a694f46e485db35c0135673287ae7af856c488f5c0856207a9375b35f2e8")),
    APIKEY(
            Family.SECRETS,
            by().keys(
                            "*apikey",
                            "*accesstoken",
                            "*authtoken",
                            "*oauthtoken",
                            "*refreshtoken",
                            "*bottoken",
                            "*apitoken",
                            "*idtoken",
                            "*logintoken",
                            "*servicetoken",
                            "*githubtoken",
                            "*ghtoken",
                            "*gitlabtoken",
                            "*npmtoken",
                            "*slacktoken",
                            "*vaulttoken",
                            "*personaltoken",
                            "*bearertoken",
                            "*jointoken",
                            "*unlockcode",
                            "token",
                            "auth",
                            "*secret",
                            "*secrettoken",
                            "*signingkey",
                            "*activationkey",
                            "*encryptionkey",
                            "*applicationkey",
                            "*subscriptionkey",
                            "*secretkeybase",
                            "*accountkey",
                            "*sharedaccesskey",
                            "*storagekey",
                            "*keydata",
                            "*privatekey",
                            "*masterkey",
                            "*authkey",
                            "*appkey",
                            "*hmackey",
                            "*licensekey",
                            "*fernetkey",
                            "*jwtkey",
                            "*aeskey",
                            "*wrappingkey",
                            "*basicauth",
                            "*credential",
                            "*salt",
                            "pepper")
                    .secret()
                    .value(Value.SECRET)
                    .examples(
                            "sk_live_dwUsQjjme8Bvb4ZCh9sO9Qod",
                            "ghp_RB80NaTAkvJjtATQ4MG386ZqrGkA7UnbjIzP",
                            "https://hooks.slack.com/services/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",
                            "https://discord.com/api/webhooks/112233445566778899/q7Zr2mXv9LpKw4TnB8sHy3JcD6fG-a1_",
                            "SG.q7Zr2mXv9LpKw4TnB8sHy3.q7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ueq7Zr2mXv9Lp",
                            "ACa3f1c09be7d2458f6071c3e5d9ab4e21",
                            "SKa3f1c09be7d2458f6071c3e5d9ab4e21",
                            "hvs.CAESIJq7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ue",
                            "xapp-1-A0QUAY7L2-112233445566-a3f1c09be7d2458f6071c3e5d9ab4e21",
                            "pypi-AgEIcHlwaS5vcmcq7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ueq7Zr2mXv9LpKw4TnB8",
                            "dckr_pat_q7Zr2mXv9LpKw4TnB8sHy3JcD6f",
                            "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",
                            "glsa_q7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ue_9be7d245",
                            "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",
                            "glrt-q7Zr2mXv9LpKw4TnB8sH",
                            "PMAK-a3f1c09be7d2458f6071c3e5-a3f1c09be7d2458f6071c3e5d9ab4e21be",
                            "AGE-SECRET-KEY-1Q7ZR2MXV9LPKW4TNB8SHY3JCD6FGA1UEQ7ZR2MXV9LPKW4TNB8SHY3JCD6",
                            "ya29.q7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ue",
                            "ATATT3q7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ueq7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ueq7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ue")
                    .counterExamples(
                            "sk-learn",
                            "https://hooks.slack.com/services/",
                            "https://discord.com/api/webhooks/get-started",
                            "SG.Konfiguration.x",
                            "ACa3f1c09be7d2458f6071c3e5d9ab4e2",
                            "MACa3f1c09be7d2458f6071c3e5d9ab4e21",
                            "hvs.example.com/a-page-that-is-long-2024",
                            "xapp-settings",
                            "pypi-server-2024-release-candidate-notes",
                            "hf_models_of_2024_that_everybody_downloads",
                            "glrt-notes",
                            "ya29.example.com/a-page-that-is-long-2024")),
    JWT(
            Family.SECRETS,
            by().secret()
                    .examples("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl")
                    .counterExamples("eyJhbGciOiJIUzI1NiJ9")),
    BEARER(
            Family.SECRETS,
            by().secret()
                    .examples("Authorization: Bearer abcDEF0123456789xyz")
                    .counterExamples("the bearer of this letter")),
    COOKIE(
            Family.SECRETS,
            by().keys("cookie", "setcookie")
                    .secret()
                    .value(Value.SECRET)
                    .examples("Cookie: theme=dark; sid=4f0aB7c1dZe4a5b6c")
                    .counterExamples("Cookie: theme=dark")),
    PEM(
            Family.SECRETS,
            by().secret()
                    .examples(
                            "-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----",
                            "Private-Lines: 2\nq7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ue\nB8sHy3JcD6==\nPrivate-MAC: a3f1")
                    .counterExamples("Public-Lines: 1\nAAAAB3NzaC1yc2E=\n", "-----BEGIN CERTIFICATE-----")),
    PASSWORD(
            Family.SECRETS,
            by().keys(
                            "**password",
                            "*passwd",
                            "*passwort",
                            "*dbpass",
                            "*vaultpass",
                            "*mailpass",
                            "*authpass",
                            "*userpass",
                            "*adminpass",
                            "*rootpass",
                            "*smtppass",
                            "**storepass",
                            "*bindpass",
                            "*sshpass",
                            "*becomepass",
                            "*requirepass",
                            "*ldappass",
                            "*redispass",
                            "*keypass",
                            "pass",
                            "*pw",
                            "bindpw",
                            "rootpw",
                            "*psk",
                            "*pwd",
                            "**passphrase",
                            "**passwordprod",
                            "**passwordstaging",
                            "**passworddev",
                            "**passwordnew",
                            "**passwordold",
                            "*jwtsecret",
                            "*sessionsecret",
                            "*cookiesecret",
                            "*sharedsecret",
                            "*signingsecret",
                            "*webhooksecret",
                            "*hmacsecret",
                            "*secretstring",
                            "*secretbinary",
                            "*presharedkey",
                            "*secrettoauthenticateinitiator",
                            "*secrettoauthenticatetarget",
                            "*rediscliauth",
                            "*redisauth")
                    .secret()
                    .value(Value.SECRET)
                    .examples("postgres://ledger:kx4Npf!EBBA6l2@db", "MasterUserPassword: s3cr3t-Pw9")
                    .counterExamples(
                            "password: null", "Type: password", "PASS: TestS3Upload2", "{\"pass\": \"optimizer\"}")),
    CLIENTSECRET(
            Family.SECRETS,
            by().keys("*clientsecret").secret().value(Value.SECRET).examples("client_secret=qW7rT2yU9iO4pA6sD1fG")),
    CARD(
            Family.SECRETS,
            by().secret()
                    .examples("4012-8888-8888-1881", "4111111111111111")
                    .counterExamples("4111111111111112", "1712345678901234")),
    CVV(
            Family.SECRETS,
            by().keys("cvv", "cvc", "cvv2", "cvc2", "securitycode")
                    .secret()
                    .value(Value.CVV)
                    .examples("cvv: 123")),
    CANONICALID(
            Family.S3_BUCKETS,
            by().keys("*canonicaluser", "*canonicaluserid", "*canonicalid")
                    .value(Value.CANONICAL)
                    .examples(
                            "\"CanonicalUser\": \"9f1c7e20b64d8a35f0e19b27c3d5a4861b7e9f02c4d6835a7e10f2b94c6d8e31\"")),
    ROLE(
            Family.IAM_NAMES,
            by().keys("*rolename", "role", "*iamrole", "*executionrole", "*servicerole", "*instancerole")
                    .vague("*taskrole", "*jobrole", "*loggingrole")
                    .calls("iam.role")
                    .arns("iam:role", "sts:assumed-role")
                    .called("role")
                    .terraform("iam_role")
                    .console("roles")
                    .examples(
                            "--role-name deploy-3c",
                            "arn:aws:iam::897355541743:role/deploy-3c",
                            "https://console.aws.amazon.com/iam/home#/roles/deploy-3c")),
    IAMUSER(
            Family.IAM_NAMES,
            by().keys("*username", "user", "*iamuser", "*addomainjoinuser")
                    .arns("iam:user", "sts:federated-user")
                    .called("user?")
                    .terraform("iam_user", "iam_user_login_profile")
                    .console("users")
                    .examples("--user-name gudrun-5")),
    IAMGROUP(
            Family.IAM_NAMES,
            by().keys("*iamgroupname", "*groupdisplayname")
                    .arns("iam:group")
                    .calls("iam.group")
                    .terraform("iam_group", "iam_group_membership")
                    .console("groups")
                    .examples("arn:aws:iam::897355541743:group/dockers-2")),
    POLICY(
            Family.IAM_NAMES,
            by().keys("*policyname")
                    .holders("policysummary")
                    .arns("iam:policy")
                    .called("policy?")
                    .terraform("iot_policy", "iam_policy", "iam_role_policy", "iam_user_policy", "iam_group_policy")
                    .blocks("inline_policy")
                    .console("policies")
                    .examples("--policy-name read-tides-1")),
    INSTPROF(
            Family.IAM_NAMES,
            by().keys("*instanceprofilename", "*instanceprofile", "*iaminstanceprofile")
                    .arns("iam:instance-profile")
                    .called("profile??", "*instance profile!")
                    .calls("iam.instanceprofile")
                    .terraform("iam_instance_profile")
                    .blocks("iam_instance_profile")
                    .examples("--instance-profile-name quay-profile-8")),
    SESSION(
            Family.IAM_NAMES,
            by().keys("*rolesessionname", "*sessionname")
                    .arns("sts:assumed-role/2")
                    .examples("--role-session-name gudrun-laptop-2")),
    MFA(
            Family.IAM_NAMES,
            by().keys("*virtualmfadevicename")
                    .arns("iam:mfa")
                    .examples("arn:aws:iam::897355541743:mfa/gudrun-phone-1")),
    IDP(
            Family.IAM_NAMES,
            by().vague("*identityprovidername")
                    .keys("*identityproviderconfigname")
                    .arns("iam:saml-provider", "iam:oidc-provider")
                    .terraform("iam_saml_provider")
                    .examples("arn:aws:iam::897355541743:saml-provider/corp-login-2")),
    SSHPUB(Family.IAM_NAMES, by().examples("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7")),
    IPV4(
            Family.PUBLIC_IPS,
            by().examples("52.18.3.86")
                    .counterExamples(
                            "Chrome/120.0.6099.109",
                            "v1.2.3.4",
                            "2.5.29.15.1",
                            "256.1.1.1",
                            "127.0.0.1",
                            "0.0.0.0",
                            "169.254.169.254",
                            "255.255.255.0",
                            "01.2.3.4")),
    IPV4PRIV(Family.PRIVATE_IPS, by().examples("10.31.7.104", "100.64.9.79", "192.168.1.7", "172.16.0.9")),
    CIDR(Family.PUBLIC_IPS, by().examples("52.18.3.0/24").counterExamples("0.0.0.0/0")),
    CIDRPRIV(Family.PRIVATE_IPS, by().examples("10.31.0.0/16", "192.168.44.0/22")),
    IPV6(
            Family.IPV6_ADDRESSES,
            by().examples("2600:1f18:e0e2:cbf0::999a", "fd00:ec2:85bb::1")
                    .counterExamples(
                            "::1",
                            "::",
                            "12:34:56",
                            "std::vec",
                            "AWS::EC2::VPC",
                            "2024-01-15T12:34:56",
                            "fd00:ec2::254")),
    CIDR6(Family.IPV6_ADDRESSES, by().examples("2a05:d018:2bee::/48").counterExamples("::/0")),
    MAC(
            Family.MAC_ADDRESSES,
            by().examples("0a:1b:c2:2b:ed:20", "06-AF-3C-CB-00-12")
                    .counterExamples("1f:51:ae:28:bf:89:e9:d8:1f:25:5d:37:2d:7d:b8:ca", "12:34:56")),
    EMAIL(
            Family.PERSONS,
            by().examples("ana.b@corp-mail.com")
                    .counterExamples("git@github.com:shop/api", "user@host", "lodash@4.17.21", "icon@2x.png")),
    PHONE(
            Family.PERSONS,
            by().examples("tel=+14325550199", "call 212-555-0134").counterExamples("+0000", "1234567890")),
    SSN(Family.PERSONS, by().examples("181-43-9254").counterExamples("000-12-3456", "2024-01-1500")),
    STRIPE(
            Family.PERSONS,
            by().examples("cus_8YNVQGZUaQOAJ6B1")
                    .counterExamples(
                            "in_progress",
                            "card_number",
                            "sub_category",
                            "req_011CSHoEeqs5C35K2UUqR7Fy",
                            "msg_01XFDUDYJgAACzvnptvVoYEL"));

    private final Family family;

    @SuppressWarnings("Immutable") // changed by nobody after the entry is written
    private final Grammar grammar;

    IdentifierType(Family family, Grammar grammar) {
        this.family = family;
        this.grammar = grammar;
    }

    @Override
    public String tokenClass() {
        return name();
    }

    @Override
    public String setting() {
        return "masker.mask." + family.switchName();
    }

    @Override
    public boolean secret() {
        return grammar.isSecret();
    }

    /** The family whose switch turns this type off. */
    public Family family() {
        return family;
    }

    /** Whether a value of this type may stand somewhere without being found there, and must be looked for. */
    public boolean dependsOnSurroundings() {
        return grammar.dependsOnSurroundings();
    }

    /** Texts in which an identifier of this type stands, possibly among others. */
    public List<String> examples() {
        return grammar.examples();
    }

    /** Texts in which no identifier of this type stands. */
    public List<String> counterExamples() {
        return grammar.counterExamples();
    }

    public Grammar grammar() {
        return grammar;
    }
}
